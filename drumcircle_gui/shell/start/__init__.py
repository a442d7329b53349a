"""The start page: what it shows, what it can request, and the circles and notices on it."""
