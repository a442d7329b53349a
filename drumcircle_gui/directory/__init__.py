"""Clients of a hub's directory: they list, create and announce circles."""
