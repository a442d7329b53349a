"""Playing a circle on this machine: what sounds when, and the sound engine's state."""
