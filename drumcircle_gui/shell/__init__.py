"""The program with a window: its pages, and what opens and closes them."""
