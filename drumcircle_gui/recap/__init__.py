"""The recap of a session: a page with a picture of each cycle, figures, and loops to keep."""
