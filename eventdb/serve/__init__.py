"""The page over a database that changes, for one person at this computer."""
