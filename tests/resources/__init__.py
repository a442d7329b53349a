"""What the program ships."""
