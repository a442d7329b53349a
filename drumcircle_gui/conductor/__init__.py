"""Conducting: launching a circle's server, and leading the circle as a client with the conductor's key."""
