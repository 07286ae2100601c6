"""In and out: readers of files into `Document`, writers of events, the JSON Lines of `analyze`."""
