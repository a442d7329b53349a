"""Everything heard, and MIDI coming in: the kit, the mixer, and the process of their own in which both run.

The parent side is `engine_io.AudioEngine`; everything it takes and gives is declared in `events`.
"""
