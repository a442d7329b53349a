"""The start page: its contents, its requests, and the circles and notices on it."""
