"""Entries of the dialogs for a drummer's devices: the microphone, and MIDI drums."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from drumcircle_gui.conductor.clock.clock_follower import ClockState
from drumcircle_gui.conductor.conductor_view import ConductorView
from drumcircle_gui.languages import LANGUAGES
from drumcircle_gui.listening.controls.control_map import Assignment, ControlsState, Target
from drumcircle_gui.listening.controls.controls_view import ControlsDialog
from drumcircle_gui.listening.kits.kit_view import KitDialog
from drumcircle_gui.listening.kits.own_kit import KitState
from drumcircle_gui.listening.microphone.lesson import NO_MICROPHONE, Lesson, MicrophoneState
from drumcircle_gui.listening.microphone.microphone_view import MicrophoneDialog
from drumcircle_gui.listening.outputs.drum_notes_view import DrumNotesDialog
from drumcircle_gui.listening.outputs.midi_out import SetUpMidiOut
from drumcircle_gui.listening.outputs.midi_out_view import MidiOutDialog
from drumcircle_gui.listening.pads.keys_view import KeysDialog
from drumcircle_gui.listening.pads.pad_lesson import PadLesson, PadsState
from drumcircle_gui.listening.pads.pads_view import PadsDialog
from drumcircle_gui.listening.player_state import PlayerState
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.player.practice.practice_circle import PracticeCircle, PracticeSetup
from drumcircle_gui.player.practice.practice_score import CycleScore, JudgedStroke
from drumcircle_gui.player.practice.practice_state import PracticeState
from drumcircle_gui.player.practice.practice_view import PracticeView
from drumcircle_gui.settings import KeySettings, Settings
from drumcircle_gui.shell.preferences.preferences_view import PreferencesDialog
from drumcircle_gui.shell.preferences.profiles_view import ProfilesDialog
from drumcircle_gui.shell.preferences.quick_start_view import QuickStart
from drumcircle_gui.sound.control_messages import ControlKey
from drumcircle_gui.sound.device.pad_filter import curved
from drumcircle_gui.sound.messages import (
    ChooseMicrophone,
    DeviceList,
    DrumEvent,
    KitStatus,
    LearnedStroke,
    MicrophoneHit,
    MicrophoneLevel,
    MicrophoneStatus,
    MidiStatus,
    NoteHit,
    PadSetup,
)
from drumcircle_gui.sound.midi_messages import MidiOutStatus
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros, local_micros, tempo_of_bpm
from drumcircle_gui.widgets.pads.key_labels import KeyLabels

from .circle_entries import conductor
from .entry import Entry, embedded

NAME = "USB Microphone (ALSA)"
DEVICES = DeviceList((), (), (), (NAME, "Headset (ALSA)"))
LEARNED = tuple(LearnedStroke(pad, (0.0,), (1.0,), -20.0) for pad in (90, 91, 92))


def entries() -> tuple[Entry, ...]:
    return (
        Entry("Pages", "Practice", PRACTICE),
        Entry("Dialogs", "Microphone", MICROPHONE, (560, 660)),
        Entry("Dialogs", "Kit", KIT, (560, 600)),
        Entry("Dialogs", "Settings", SETTINGS, (620, 560)),
        Entry("Dialogs", "MIDI drums", PADS, (560, 660)),
        Entry("Pages", "Conductor with MIDI clock", CLOCK),
        Entry("Dialogs", "MIDI output", MIDI_OUT, (560, 440)),
        Entry("Dialogs", "Notes of the drums", DRUM_NOTES, (440, 440)),
        Entry("Dialogs", "Computer keys", KEYS, (620, 560)),
        Entry("Dialogs", "Faders and buttons", CONTROLS, (620, 520)),
    )


def practice(scores: int) -> QWidget:
    setup = PracticeSetup(tempo_of_bpm(96), Meter(8), 2, "son")
    now = local_micros()
    circle = PracticeCircle(setup, "Oak", "Practice", Micros(now - 20 * SECOND))
    circle.start(Micros(now - 18 * SECOND))
    view = PracticeView()
    kept = tuple(
        CycleScore(n, 14, Micros(30_000 - 2000 * n), Micros((-1) ** n * 9_000), 50 + 4 * n, setup.tempo)
        for n in range(1, scores + 1)
    )
    view.render(PracticeState(PlayerState(circle.circle, SoundStatus()), setup, scores > 0, kept, 88 if scores else 0))
    if scores:
        beat = circle.circle.timeline.beat_at(Micros(21 * SECOND))
        offs = (-45_000, 3_000, -8_000, 30_000, 12_000, -2_000, 0, 22_000, -19_000, 5_000)
        strokes = enumerate(offs)
        view.add_judged([JudgedStroke(Beats(beat - (9 - n) * BEAT // 2), 90, Micros(off)) for n, off in strokes])
        view.add_strokes(circle.coming(now))
    return view


def kit(state: KitState, status: KitStatus | None = None) -> QWidget:
    dialog = KitDialog()
    dialog.render(state, status)
    return embedded(dialog)


def microphone(state: MicrophoneState, status: MicrophoneStatus | None = None) -> QWidget:
    dialog = MicrophoneDialog()
    dialog.render(state, status or MicrophoneStatus(state.choice.device, 2, ""), DEVICES)
    if state.choice.device:
        dialog.add_events(heard(local_micros()))
    return embedded(dialog)


def midi_out(setup: SetUpMidiOut, opened: str | None = None, problem: str = "") -> QWidget:
    dialog = MidiOutDialog()
    dialog.render(setup, MidiOutStatus(("TD-17", "Volca Beats"), opened, problem))
    return embedded(dialog)


def clock(state: ClockState) -> QWidget:
    view = conductor()
    assert isinstance(view, ConductorView)
    view.clock.render(state)
    return view


def heard(now: Micros) -> list[DrumEvent]:
    """Six seconds of a drum at the microphone."""
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
PRACTICE: dict[str, Callable[[], QWidget]] = {"start": lambda: practice(0), "playing": lambda: practice(9)}
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

KIT: dict[str, Callable[[], QWidget]] = {
    "built-in": lambda: kit(KitState()),
    "own, with a problem": lambda: kit(
        KitState("/home/oak/Attic"), KitStatus("Attic djembe", 12, 8.4, ("“bass soft.wav” is missing. Put it back.",))
    ),
}

SETTINGS: dict[str, Callable[[], QWidget]] = {
    "all": lambda: embedded(PreferencesDialog(Settings(), LANGUAGES)),
    "profiles": lambda: embedded(ProfilesDialog(("stage", "home"))),
    "quick start": lambda: embedded(QuickStart("Oak", LANGUAGES)),
}

MODULE = SetUpMidiOut("TD-17", guide=True, clock=True, lead_ms=4)
GONE = "The MIDI port “TD-17” is not there. Plug it in and it will be used by itself."
MIDI_OUT: dict[str, Callable[[], QWidget]] = {
    "none": lambda: midi_out(SetUpMidiOut()),
    "sending": lambda: midi_out(MODULE, "TD-17"),
    "unplugged": lambda: midi_out(MODULE, problem=GONE),
}

DRUM_NOTES: dict[str, Callable[[], QWidget]] = {
    "General MIDI": lambda: embedded(DrumNotesDialog({})),
    "a module's own": lambda: embedded(DrumNotesDialog({36: 35, 38: 40, 46: 26})),
}

CLOCK: dict[str, Callable[[], QWidget]] = {
    "proposed": lambda: clock(ClockState(104.0, "Volca Beats", differs=True)),
    "followed": lambda: clock(ClockState(120.0, "Volca Beats", following=True)),
}

KEYS: dict[str, Callable[[], QWidget]] = {
    "own": lambda: embedded(KeysDialog(KeySettings(), KeyLabels("de").label)),
    "rows": lambda: embedded(
        KeysDialog(KeySettings(2, rows=True), lambda keys: "".join(map(KeyLabels("de").label, keys)))
    ),
}


def controls(learning: Target | None = None) -> QWidget:
    dialog = ControlsDialog(("Play", "Listen", "Imitate"))
    keys = (ControlKey("nanoKONTROL2", "cc", 0, 1), ControlKey("nanoKONTROL2", "cc", 0, 41))
    assigned = tuple(map(Assignment, keys, (Target("guide"), Target("start_stop"))))
    dialog.render(ControlsState(assigned, learning, transport=True), ("Oak", "Fern"))
    return embedded(dialog)


CONTROLS: dict[str, Callable[[], QWidget]] = {
    "assigned": controls,
    "learning": lambda: controls(Target("tempo")),
}
