"""Which time belongs to which event: links, the constraint network, document-wide consistency."""
