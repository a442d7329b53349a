"""Reachability of a circle that runs here: addresses, port mappings of the router, and the verdict about
who can join."""
