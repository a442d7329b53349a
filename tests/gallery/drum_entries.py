"""Entries of what a drummer sets up: the microphone."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from drumcircle_gui.listening.microphone.lesson import NO_MICROPHONE, Lesson, MicrophoneState
from drumcircle_gui.listening.microphone.microphone_view import MicrophoneDialog
from drumcircle_gui.sound.messages import (
    ChooseMicrophone,
    DeviceList,
    LearnedStroke,
    MicrophoneEvent,
    MicrophoneHit,
    MicrophoneLevel,
    MicrophoneStatus,
)
from drumcircle_gui.timing.units import Micros, local_micros

from .entry import Entry, embedded

NAME = "USB Microphone (ALSA)"
DEVICES = DeviceList((), (), (), (NAME, "Headset (ALSA)"))
LEARNED = tuple(LearnedStroke(pad, (0.0,), (1.0,), -20.0) for pad in (90, 91, 92))


def entries() -> tuple[Entry, ...]:
    return (Entry("Dialogs", "Microphone", MICROPHONE, (560, 660)),)


def microphone(state: MicrophoneState, status: MicrophoneStatus | None = None) -> QWidget:
    dialog = MicrophoneDialog()
    dialog.render(state, status or MicrophoneStatus(state.choice.device, 2, ""), DEVICES)
    if state.choice.device:
        dialog.add_events(heard(local_micros()))
    return embedded(dialog)


def heard(now: Micros) -> list[MicrophoneEvent]:
    """Six seconds of a drum."""
    events: list[MicrophoneEvent] = []
    for tick in range(120):
        at, since = Micros(now - 50_000 * (120 - tick)), tick % 9
        events.append(MicrophoneLevel(at, -14.0 - (tick * 7) % 12 - 4.5 * since, -30.0))
        if not since:
            events.append(MicrophoneHit(at, -16.0 - (tick * 7) % 12, (0.0,), (90, 91, 92, None)[tick // 9 % 4]))
    return events


def hit(pad: int) -> MicrophoneHit:
    return MicrophoneHit(Micros(0), -20.0, (0.0,), pad)


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
