"""The pages and dialogs of a circle: start, conductor, player, recordings."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtWidgets import QWidget

from drumcircle_gui.client.circle_state import CircleNotice, HeardStroke, LinkState
from drumcircle_gui.conductor.conductor_state import ConductorState, Hosting
from drumcircle_gui.conductor.conductor_view import ConductorView
from drumcircle_gui.conductor.end_dialog_view import EndDialog
from drumcircle_gui.conductor.grooves.groove_dialog_view import GrooveDialog
from drumcircle_gui.conductor.grooves.groove_intents import GrooveShelf
from drumcircle_gui.conductor.invite_view import InviteDialog
from drumcircle_gui.conductor.loops.loop_dialog_view import LoopDialog
from drumcircle_gui.conductor.loops.loop_intents import ChosenLoop, LoopShelf
from drumcircle_gui.conductor.mode_dialog_view import ModeDialog
from drumcircle_gui.grooves.presets_io import presets
from drumcircle_gui.listening.calibration import TapResult
from drumcircle_gui.listening.calibration_view import CalibrationDialog
from drumcircle_gui.listening.mix import Mix
from drumcircle_gui.listening.player_state import ListeningState, PlayerState
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.loops.loop_plan import LoopPlan
from drumcircle_gui.modes.catalogue import Ensemble, ModeChoice, make_mode
from drumcircle_gui.modes.mode_plan import ModePlan
from drumcircle_gui.modes.mode_session import ModeSession
from drumcircle_gui.player.player_view import PlayerView
from drumcircle_gui.protocol.loop_messages import LoopSpan
from drumcircle_gui.protocol.messages import Cue, Member
from drumcircle_gui.protocol.mode_messages import ModeSpan
from drumcircle_gui.recording.recordings_state import (
    ExportProgress,
    PlaybackStatus,
    Playhead,
    Recording,
    RecordingNotice,
    RecordingsState,
)
from drumcircle_gui.recording.recordings_view import RecordingsView
from drumcircle_gui.settings import PlayerSettings, Settings, StripSettings
from drumcircle_gui.shell.start.start_view import StartView
from drumcircle_gui.sound.messages import AudioStatus, MidiStatus
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Beats, Micros, Tempo, beats, seconds, tempo_of_bpm
from drumcircle_gui.widgets.roster.roster_panel import RemoveMemberQuestion
from drumcircle_gui.widgets.roster.roster_row import RosterRow
from drumcircle_gui.widgets.text_question import TextQuestion
from tests.tools.circle_snapshots import BEAT_NOW, INVITE, PLAYING, STOPPED, band, band_name, strokes

from .entry import HOSTILE_NAME, Entry, embedded

HOSTING = Hosting(INVITE, INVITE)
SOUND = SoundStatus(
    AudioStatus("Speakers", 48_000, 256, Micros(11_400), ""), MidiStatus(("TD-17", "MPD218"), ("TD-17",), "")
)
NO_DEVICES = SoundStatus(
    AudioStatus(None, 0, 0, Micros(0), "No audio device was found. Plug one in; it will be used then."),
    MidiStatus((), (), "There is no MIDI system here. On Linux, start JACK or load the module snd-seq."),
)
NOTICES = (
    CircleNotice(1, "Your pad kit was unplugged.", "Plug it in again, or play with keys and mouse."),
    CircleNotice(2, "The connection broke.", "Trying again; nothing you play is lost."),
    CircleNotice(3, "Fern's strokes arrive late.", "Make the period longer, or slow down."),
    CircleNotice(4, "The disk is almost full.", "Free some space, or recording stops."),
)
LONG_CUE = "Play the rhythm that Fern played in the last cycle, as softly as you can"


def entries() -> tuple[Entry, ...]:
    return (
        Entry("Pages", "Start", START),
        Entry("Pages", "Conductor", CONDUCTOR),
        Entry("Pages", "Player", PLAYER),
        Entry("Pages", "Recordings", RECORDINGS),
        Entry("Dialogs", "Circle dialogs", DIALOGS, (560, 460)),
    )


def conductor(role: str = "conductor", hosting: Hosting | None = HOSTING, **changes: Any) -> QWidget:
    view = ConductorView()
    circle = band(role, **changes)
    view.render(ConductorState(circle, hosting, recording=hosting is not None))
    if changes.get("timeline") is not STOPPED:
        view.add_strokes(strokes(changes.get("count", 6)))
    return view


def lit(role: str) -> tuple[Member, ...]:
    """The band with Reed in the spotlight; Oak has the powers of a conductor."""
    members = band(role).members
    changes: dict[str, dict[str, Any]] = {"Reed": {"spotlight": True, "part": "low"}, "Oak": {"conducts": True}}
    return tuple(msgspec.structs.replace(member, **changes.get(member.name, {})) for member in members)


def many_strokes(cycles: int = 14) -> list[HeardStroke]:
    """A rhythm of the band that becomes tighter in each cycle; each player has a typical deviation."""
    dice = random.Random(5)
    return [
        HeardStroke(
            player + 1,
            beats(
                16 * cycle + beat + 1 + (player - 2) * 0.01 + dice.gauss(0, 0.05 * (1 - cycle / 18) * (1 + player / 4))
            ),
            38,
            90,
            NOW,
        )
        for cycle in range(cycles)
        for beat in range(15)
        for player in range(6)
    ]


def conductor_together() -> QWidget:
    view = conductor()
    assert isinstance(view, ConductorView)
    view.players.add_strokes(many_strokes(), band("conductor"))
    view.players.render(band("conductor"))
    return view


def player_together() -> QWidget:
    view = player()
    assert isinstance(view, PlayerView)
    members = tuple(msgspec.structs.replace(each, shows_timing=each.id % 2 == 1) for each in band("player").members)
    view.together.add_strokes(many_strokes(), band("player"))
    view.together.render(band("player", members=members))
    view.you.together.click()
    return view


def conductor_that_plays() -> QWidget:
    view = ConductorView()
    circle = band("conductor")
    view.render(ConductorState(circle, HOSTING, recording=True, playing=PlayerState(circle, SOUND, feel=Micros(9_000))))
    view.add_strokes(strokes(6))
    view.header.own.click()
    return view


def player(*, listening: ListeningState | None = None, sound: SoundStatus = SOUND, **changes: Any) -> QWidget:
    view = PlayerView()
    state = PlayerState(band("player", **changes), sound, feel=Micros(-7_000))
    view.render(replace(state, listening=listening) if listening else state)
    if changes.get("timeline") is not STOPPED:
        view.add_strokes(strokes(changes.get("count", 6)))
    return view


def player_with_mixer() -> QWidget:
    view = player()
    assert isinstance(view, PlayerView)
    view.you.mixer.click()
    return view


def player_asking() -> QWidget:
    view = player(listening=ListeningState(Mix({"Flint": StripSettings(0.0, muted=True)})))
    assert isinstance(view, PlayerView)
    view.names.clicked.emit(5)
    return view


def start(**changes: Any) -> StartView:
    invites = tuple(f"drumcircle://192.0.2.{n}:7400/{name}?key={'k' * 22}&pin={'0' * 64}" for n, name in
                    enumerate(("Sunday%20circle", "Oak", "Band%20practice"), 1))  # fmt: skip
    return StartView(Settings(player=PlayerSettings(name="Oak", recent=invites), **changes), "oak")


def start_with_error() -> QWidget:
    page = start()
    page.complain("Port 8004 is in use by another program.", "Close the other circle, or choose another port.")
    return page


def recordings(state: RecordingsState) -> QWidget:
    view = RecordingsView(Path("/home/oak/Music/Drum Circle"))
    view.render(state)
    return view


def _recording(name: str, minutes: float, **changes: Any) -> Recording:
    file = Path(f"2026-07-02 20.15.03 {name}.drumcircle")
    usual = Recording(file, 1_785_000_000, seconds(60 * minutes), 17_304, 6, ("Oak", "Reed", "Slate"), 2_400_000)
    return replace(usual, **changes)


RECORDED = (
    _recording("Sunday circle", 62.08),
    _recording("Band practice", 3.05, strokes=1, players=1, names=("Oak",), size=5_600, complete=False),
    _recording("Attic", 0, problem="This is not a recording of a circle."),
    _recording("<img src=zero> A name that is far too long to fit into one line of any list", 12.5),
)
CROWD = tuple(Member(n + 1, HOSTILE_NAME if n == 2 else band_name(n), "player", n) for n in range(6))

START: dict[str, Callable[[], QWidget]] = {
    "usual": start,
    "first start": lambda: StartView(Settings(), "oak"),
    "error": start_with_error,
}
NOW = seconds(BEAT_NOW / 2)
CONDUCTOR: dict[str, Callable[[], QWidget]] = {
    "playing": conductor,
    "stopped": lambda: conductor(timeline=STOPPED),
    "quick changes merged": lambda: conductor(timeline=PLAYING.changed(NOW, tempo=tempo_of_bpm(126), meter=Meter(12))),
    "stopping": lambda: conductor(timeline=PLAYING.changed(NOW, running=False)),
    "nobody yet": lambda: conductor(count=0, timeline=STOPPED, chat=()),
    "long cue": lambda: conductor(cue=Cue("Imitate softly and slowly", LONG_CUE)),
    "notices": lambda: conductor(notices=NOTICES),
    "elsewhere": lambda: conductor(hosting=None),
    "playing along": conductor_that_plays,
    "disconnected": lambda: conductor(
        link=LinkState.RECONNECTING, problem="The circle at 192.0.2.7:8004 cannot be reached (connection refused)."
    ),
    "solos": lambda: conductor(modes=in_mode(ModeChoice("solos", players=("Reed", "Oak"))), cue=Cue()),
    "two halves, a cue": lambda: conductor(modes=in_mode(ModeChoice("halves"), 8)),
    "together": conductor_together,
    "50 players": lambda: conductor(count=50),
    "spotlight, and a player who conducts": lambda: conductor(members=lit("conductor")),
    "hostile names": lambda: conductor(members=CROWD, name=HOSTILE_NAME),
}
PLAYER: dict[str, Callable[[], QWidget]] = {
    "playing": player,
    "stopped": lambda: player(timeline=STOPPED),
    "mixer": player_with_mixer,
    "why is Flint not heard": player_asking,
    "no devices": lambda: player(sound=NO_DEVICES),
    "long cue": lambda: player(cue=Cue("Imitate softly and slowly", LONG_CUE)),
    "notices": lambda: player(notices=NOTICES),
    "connecting": lambda: player(link=LinkState.CONNECTING, clock=None, exchange=None, members=()),
    "spotlight, and powers": lambda: player(members=lit("player")),
    "together": player_together,
    "ended": lambda: player(link=LinkState.ENDED, problem="The conductor has ended the circle."),
    "listening to the leader": lambda: player(modes=in_mode(ModeChoice("follow-the-leader", players=("Fern",)))),
    "own turn soon": lambda: player(modes=in_mode(ModeChoice("follow-the-leader"), 24), cue=Cue()),
    "50 players": lambda: player(count=50),
    "hostile names": lambda: player(members=CROWD, name=HOSTILE_NAME),
}
RECORDINGS: dict[str, Callable[[], QWidget]] = {
    "list": lambda: recordings(RecordingsState(RECORDED, listing=False)),
    "playing back with a loop": lambda: recordings(
        RecordingsState(
            RECORDED,
            listing=False,
            playback=PlaybackStatus(RECORDED[0], RECORDED[0].length, Playhead(seconds(754)), loop=True),
        )
    ),
    "playing back": lambda: recordings(
        RecordingsState(
            RECORDED,
            listing=False,
            playback=PlaybackStatus(RECORDED[0], RECORDED[0].length, Playhead(seconds(754))),
            export=ExportProgress("Sunday circle.wav", 0.4),
        )
    ),
    "none": lambda: recordings(RecordingsState(listing=False)),
    "notice": lambda: recordings(
        RecordingsState(
            RECORDED, listing=False, notices=(RecordingNotice("e", "Attic.wav was not written.", "Free some space."),)
        )
    ),
}


def in_mode(choice: ModeChoice, began: float = 16) -> ModePlan:
    """The band's circle in the mode of `choice`, which began on the beat `began`."""
    mode = make_mode(choice, Ensemble(band().members, Meter(16)))
    return ModePlan((ModeSpan(1, beats(began), beats(16), mode),))


def mode_dialog() -> QWidget:
    dialog = ModeDialog()
    steps = (ModeChoice("follow-the-leader", players=("Fern",)), ModeChoice("solos", 2), ModeChoice("stop"))
    dialog.render(ConductorState(band(), HOSTING, session=ModeSession(steps, 1)))
    return embedded(dialog)


def groove_dialog() -> QWidget:
    dialog = GrooveDialog()
    dialog.render(GrooveShelf(presets()))
    dialog.edit(next(groove for groove in presets() if groove.name == "Son clave"))
    return embedded(dialog)


def loop_dialog() -> QWidget:
    chosen = ChosenLoop("Forest walk", 64 * "a", 812_000, Micros(9_870_000), 16, Tempo(616_875))
    dialog = LoopDialog()
    playing = replace(band(), loops=LoopPlan((LoopSpan(1, Beats(0), chosen.loop(chosen.counted(16), 80, 16)),)))
    dialog.render(LoopShelf(chosen, 1, sent=62), playing)
    return embedded(dialog)


def invite_dialog() -> QWidget:
    return embedded(InviteDialog(HOSTING))


def end_dialog() -> QWidget:
    dialog = EndDialog()
    dialog.render(ConductorState(band(), HOSTING))
    return embedded(dialog)


def calibration(tapping: TapResult) -> QWidget:
    dialog = CalibrationDialog()
    dialog.render(PlayerState(band("player"), SOUND, listening=ListeningState(tapping=tapping)))
    return embedded(dialog)


DIALOGS: dict[str, Callable[[], QWidget]] = {
    "invite": invite_dialog,
    "modes and session": mode_dialog,
    "the guide": groove_dialog,
    "the loop": loop_dialog,
    "end the circle": end_dialog,
    "remove a member": lambda: embedded(RemoveMemberQuestion(RosterRow(3, HOSTILE_NAME, 2))),
    "rename a recording": lambda: embedded(TextQuestion("Rename the recording", "Sunday circle", "Rename")),
    "timing, first taps": lambda: calibration(TapResult(3)),
    "timing, measured": lambda: calibration(TapResult(12, Micros(23_000), Micros(9_000))),
}
