"""Sound output and MIDI input: the synthesizer, the devices, and the process in which both run.

The program uses `process/engine_io.AudioEngine`; `messages` declares everything that it sends and receives.
"""
