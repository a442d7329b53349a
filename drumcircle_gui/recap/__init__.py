"""What a session was like: a page with a picture of each cycle, figures, and loops to keep."""
