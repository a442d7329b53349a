"""The program with a window: its pages, and the code that opens and closes them."""
