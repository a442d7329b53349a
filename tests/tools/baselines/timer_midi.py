"""A program whose window paints half of the time, and which sends MIDI with a timer for each message.

`python -m tests.tools.baselines.timer_midi PORT` writes "ready", then reads one message a line, as its local time in
microseconds and its bytes in hexadecimal, and sends them when its input ends.
"""

import sys
import threading

from drumcircle_gui.sound.device.midi_backend_io import MidiOutput
from drumcircle_gui.timing.units import SECOND, local_micros, seconds

PAINT_S, FRAME_S = 0.008, 0.016
LAST_S = 0.3
"""The last message needs time to leave."""


def main(port: str) -> None:
    output = MidiOutput()
    output.open(port)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    messages = [(int(at), bytes.fromhex(data)) for at, data in map(str.split, sys.stdin)]
    threading.Thread(target=_paint, name="painting", daemon=True).start()
    for at, data in messages:
        threading.Event().wait(max(at - local_micros(), 0) / SECOND)
        output.send(data)
    threading.Event().wait(LAST_S)
    output.close()


def _paint() -> None:
    pause = threading.Event()
    while not pause.wait(FRAME_S - PAINT_S):
        until = local_micros() + seconds(PAINT_S)
        while local_micros() < until:
            pass


if __name__ == "__main__":
    main(sys.argv[1])
