"""The user's preferences: the catalogue, profiles, the dialog, and the quick start."""
