"""Real machinery for tests: sound servers, MIDI cables, recorders."""
