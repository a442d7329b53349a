"""Playing: pads and MIDI in, everyone's strokes out, one period later; and bots, who play by themselves."""
