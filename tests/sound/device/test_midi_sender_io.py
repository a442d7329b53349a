"""The sender's thread, on the real clock: all messages are sent in order, and none before its time."""

import queue

from drumcircle_gui.sound.device.midi_sender_io import MidiSender
from drumcircle_gui.sound.midi_messages import TimedMidi
from drumcircle_gui.timing.units import Micros, local_micros

WITHIN_S = 20


def test_messages_leave_in_order_and_not_before_their_times():
    left = queue.SimpleQueue()
    sender = MidiSender(lambda message: left.put((local_micros(), message)))
    now = local_micros()
    times = [Micros(now + 2_000 * number) for number in range(1, 30)]
    sender.add([TimedMidi(at, bytes((0xF2, number, 0))) for number, at in reversed(list(enumerate(times)))])
    taken = [left.get(timeout=WITHIN_S) for _ in times]
    assert [message[1] for _, message in taken] == list(range(len(times)))
    assert all(at >= due for (at, _), due in zip(taken, times, strict=True))
    sender.close()


def test_a_message_that_is_due_sooner_does_not_wait_for_a_later_one():
    left = queue.SimpleQueue()
    sender = MidiSender(left.put)
    sender.add([TimedMidi(Micros(local_micros() + 3_600_000_000), b"\xf8")])
    sender.set_lead(Micros(1_000))
    sender.add([TimedMidi(Micros(0), b"\xfa")])
    assert left.get(timeout=WITHIN_S) == b"\xfa"
    sender.close()
    assert left.empty()


def test_panic_and_end_send_at_once_what_ends_notes():
    left = queue.SimpleQueue()
    sender = MidiSender(left.put)
    sender.add([TimedMidi(Micros(0), b"\x99\x26\x64"), TimedMidi(Micros(0), b"\xfa")])
    assert [left.get(timeout=WITHIN_S) for _ in range(2)] == [b"\x99\x26\x64", b"\xfa"]
    sender.panic()
    assert left.get(timeout=WITHIN_S)[0] & 0xF0 in (0x80, 0xB0)
    sender.end()
    sender.close()
    rest = [left.get() for _ in range(left.qsize())]
    assert rest[-1] == b"\xfc"
