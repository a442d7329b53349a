"""Kits with a set-up, and floods, on the stand-ins of `test_midi_io`."""

from drumcircle_gui.sound.messages import ChokePads, NoteHit, PadSetup, PadStroke, SetUpPads

from .test_midi_io import Listener, studio

__all__ = ["studio"]


def test_a_kit_is_read_as_it_was_set_up(studio):
    listener = Listener()
    listener.poll()
    listener.set_up(SetUpPads((PadSetup("Pads", family="Yamaha DTX", notes={60: 49}, threshold=10),), watch=True))
    for message in ((0x99, 31, 100), (0x99, 60, 90), (0x99, 36, 5)):
        studio.send("Pads", *message)
    strokes = [event for event in listener.events if isinstance(event, PadStroke)]
    assert [(stroke.pad, stroke.velocity > 80) for stroke in strokes] == [(38, True), (49, True)]
    hits = [event for event in listener.events if isinstance(event, NoteHit)]
    assert [(hit.note, hit.velocity, hit.played > 0) for hit in hits] == [
        (31, 100, True),
        (60, 90, True),
        (36, 5, False),
    ]


def test_a_kit_that_is_switched_off_is_not_listened_to(studio):
    listener = Listener()
    listener.poll()
    listener.set_up(SetUpPads((PadSetup("Pads", on=False),)))
    assert studio.listeners.keys() == {"Keyboard"}
    listener.set_up(SetUpPads())
    assert studio.listeners.keys() == {"Pads", "Keyboard"}


def test_notes_are_reported_only_while_they_are_watched(studio):
    listener = Listener()
    listener.poll()
    studio.send("Pads", 0x99, 38, 90)
    listener.set_up(SetUpPads(watch=True))
    studio.send("Pads", 0xB9, 16, 77)
    studio.send("Pads", 0x99, 38, 90)
    assert [event.position for event in listener.events if isinstance(event, NoteHit)] == [77]


def test_system_messages_cost_nothing(studio):
    listener = Listener()
    listener.poll()
    before = len(listener.events)
    exclusive = [0xF0, *[1] * 2**20, 0xF7]
    for message in ([0xFE], [0xF8], exclusive, []):
        studio.send("Pads", *message)
    assert (len(listener.events), listener.sounded) == (before, [])


def test_all_sound_off_silences_every_pad(studio):
    listener = Listener()
    listener.poll()
    studio.send("Pads", 0xB9, 120, 0)
    assert listener.sounded == [ChokePads(tuple(range(128)))]
