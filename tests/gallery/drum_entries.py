"""Entries of what a drummer sets up: the microphone, and MIDI drums."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from drumcircle_gui.listening.microphone.lesson import NO_MICROPHONE, Lesson, MicrophoneState
from drumcircle_gui.listening.microphone.microphone_view import MicrophoneDialog
from drumcircle_gui.listening.pads.pad_lesson import PadLesson, PadsState
from drumcircle_gui.listening.pads.pads_view import PadsDialog
from drumcircle_gui.sound.device.pad_filter import curved
from drumcircle_gui.sound.messages import (
    ChooseMicrophone,
    DeviceList,
    DrumEvent,
    LearnedStroke,
    MicrophoneHit,
    MicrophoneLevel,
    MicrophoneStatus,
    MidiStatus,
    NoteHit,
    PadSetup,
)
from drumcircle_gui.timing.units import Micros, local_micros

from .entry import Entry, embedded

NAME = "USB Microphone (ALSA)"
DEVICES = DeviceList((), (), (), (NAME, "Headset (ALSA)"))
LEARNED = tuple(LearnedStroke(pad, (0.0,), (1.0,), -20.0) for pad in (90, 91, 92))


def entries() -> tuple[Entry, ...]:
    return (Entry("Dialogs", "Microphone", MICROPHONE, (560, 660)), Entry("Dialogs", "MIDI drums", PADS, (560, 660)))


def microphone(state: MicrophoneState, status: MicrophoneStatus | None = None) -> QWidget:
    dialog = MicrophoneDialog()
    dialog.render(state, status or MicrophoneStatus(state.choice.device, 2, ""), DEVICES)
    if state.choice.device:
        dialog.add_events(heard(local_micros()))
    return embedded(dialog)


def heard(now: Micros) -> list[DrumEvent]:
    """Six seconds of a drum."""
    events: list[DrumEvent] = []
    for tick in range(120):
        at, since = Micros(now - 50_000 * (120 - tick)), tick % 9
        events.append(MicrophoneLevel(at, -14.0 - (tick * 7) % 12 - 4.5 * since, -30.0))
        if not since:
            events.append(MicrophoneHit(at, -16.0 - (tick * 7) % 12, (0.0,), (90, 91, 92, None)[tick // 9 % 4]))
    return events


def hit(pad: int) -> MicrophoneHit:
    return MicrophoneHit(Micros(0), -20.0, (0.0,), pad)


def pads(state: PadsState, ports: tuple[str, ...] = ("TD-17", "MPD218")) -> QWidget:
    dialog = PadsDialog()
    dialog.render(replace(state, families=FAMILIES), MidiStatus(ports, ports, ""))
    for number in range(24):
        struck = 8 + number * 37 % 119
        played = curved(struck, state.setup("TD-17"))
        dialog.add_events([NoteHit(Micros(number), "TD-17", 38, struck, 38, 0 if number % 7 == 5 else played)])
    return embedded(dialog)


FAMILIES = ("Roland V-Drums", "Yamaha DTX", "Akai MPD and MPC")
TUNED = PadSetup("TD-17", True, "Roland V-Drums", {38: 38, 36: 36, 8: 46}, 0.5, 9, 30, 20)
PADS: dict[str, Callable[[], QWidget]] = {
    "usual": lambda: pads(PadsState()),
    "tuned": lambda: pads(PadsState((TUNED,))),
    "lesson": lambda: pads(PadsState((TUNED,), lesson=PadLesson("TD-17", 3, ((36, 36),)))),
    "none": lambda: pads(PadsState(), ()),
}
CHOICE = ChooseMicrophone(NAME, 0, -48.0)
MICROPHONE: dict[str, Callable[[], QWidget]] = {
    "none": lambda: microphone(MicrophoneState(NO_MICROPHONE)),
    "chosen": lambda: microphone(MicrophoneState(CHOICE)),
    "lesson": lambda: microphone(MicrophoneState(CHOICE, Lesson((90, 91, 92), ((hit(90),) * 6, (hit(91),) * 2, ())))),
    "learned": lambda: microphone(MicrophoneState(ChooseMicrophone(NAME, 0, -48.0, LEARNED))),
    "unplugged": lambda: microphone(
        MicrophoneState(CHOICE),
        MicrophoneStatus(None, 0, f"“{NAME}” no longer sends sound. Plug it in again; it will be used by itself."),
    ),
}
