"""Playing a circle on this machine: when each stroke sounds, and the state of the sound engine."""
