"""The player: pads and MIDI in, all players' strokes out one period later; and bots, which play patterns."""
