"""A hub's HTTP pages: status page, JSON, health, metrics, recordings."""
