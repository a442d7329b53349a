"""What the user prefers: the catalogue, profiles, the dialog, and the quick start."""
