"""The sound package: laws of its pure modules on made-up sounds, and its process as a whole."""
