"""The sound package: laws of its pure modules on synthetic sounds, and its process as a whole."""
