"""Laws of the queue of messages: in order of time, each note ends, nothing sounds after a panic."""

from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.sound import midi_queue
from drumcircle_gui.sound.midi_messages import TimedMidi
from drumcircle_gui.sound.midi_queue import NOTE_LENGTH, MidiQueue

ON, OFF = 0x99, 0x89
notes = some.tuples(some.integers(0, 1_000_000), some.integers(36, 40), some.integers(1, 127))


def note(at, key, velocity=100):
    return TimedMidi(at, bytes((ON, key, velocity)))


@given(some.lists(notes, max_size=30), some.lists(some.integers(1, 300_000), max_size=30))
def test_messages_leave_in_order_and_each_note_ends_before_it_begins_again(struck, steps):
    queue = MidiQueue()
    queue.add(note(*each) for each in struck)
    now, left = 0, []
    for step in [*steps, 2_000_000, 2_000_000]:
        now += step
        left += [(now, message) for message in queue.due(now)]
        assert queue.next_at is None or queue.next_at > now
    assert queue.next_at is None
    begun = [message for _, message in left if message[0] == ON]
    assert sorted(begun) == sorted(bytes((ON, key, velocity)) for _, key, velocity in struck)
    for key in range(36, 41):
        mine = [(at, message[0]) for at, message in left if message[1] == key]
        assert [kind for _, kind in mine] == [ON, OFF] * (len(mine) // 2)


def test_a_message_leaves_earlier_by_the_lead():
    queue = MidiQueue()
    queue.lead = 7_000
    queue.add([note(100_000, 38)])
    assert queue.next_at == 93_000
    assert queue.due(92_999) == []
    assert queue.due(93_000) == [bytes((ON, 38, 100))]
    assert queue.next_at == 93_000 + NOTE_LENGTH


def test_messages_of_one_time_keep_their_order_and_a_controller_is_sent_when_it_changes():
    queue = MidiQueue()
    pedal = [TimedMidi(at, bytes((0xB9, 4, value))) for at, value in ((1, 127), (2, 127), (3, 0))]
    queue.add([*pedal, note(1, 42), note(2, 44)])
    assert queue.due(3) == [bytes(each) for each in ((0xB9, 4, 127), (ON, 42, 100), (ON, 44, 100), (0xB9, 4, 0))]


def test_a_panic_ends_notes_and_lets_the_clock_go_on():
    queue = MidiQueue()
    queue.add([note(0, 38), note(50, 40), TimedMidi(60, b"\xf8"), TimedMidi(0, b"\x91\x21\x50")])
    queue.due(0)
    assert queue.panic() == list(
        map(bytes.fromhex, ("89 26 00", "81 21 00", "b1 7b 00", "b1 78 00", "b9 7b 00", "b9 78 00"))
    )
    assert queue.due(NOTE_LENGTH * 9) == [b"\xf8"]
    assert queue.panic() == list(map(bytes.fromhex, ("b9 7b 00", "b9 78 00")))


def test_the_end_stops_what_the_clock_drives():
    for start, stop, stopped in (("fa", "f8", True), ("fb", "f8", True), ("fa", "fc", False), ("f8", "f8", False)):
        queue = MidiQueue()
        queue.add(TimedMidi(0, bytes.fromhex(each)) for each in (start, stop))
        queue.due(0)
        queue.add([TimedMidi(5, b"\xf8")])
        assert (b"\xfc" in queue.end()) == stopped
        assert queue.due(9) == []
        assert b"\xfc" not in queue.end()


def test_the_number_of_waiting_messages_is_bounded(monkeypatch):
    monkeypatch.setattr(midi_queue, "MAX_WAITING", 3)
    queue = MidiQueue()
    queue.add(TimedMidi(at, b"\xf8") for at in range(9))
    assert len(queue.due(99)) == 3
