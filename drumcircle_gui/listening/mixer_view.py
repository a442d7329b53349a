"""The mixer card: gain, pan, mute and solo of each player, for this player only."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.settings import StripSettings
from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.change_detector import ChangeDetector
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.mixer_panel import SIDES, MixerPanel, MixerRow
from drumcircle_gui.widgets.pill import Pill

from .controls.controls_view import ControlsDialog
from .mix import gain_at, position_of
from .player_state import PlayerState, SetStrip


class MixerCard(Card):
    """Emits `requested` with a SetStrip or a `ControlsIntent`, `asked` with the id of the player whose name was
    pressed, `done` to be closed. It is updated only while it is shown."""

    requested = Signal(object)
    asked = Signal(int)
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._state: PlayerState | None = None
        self._shown = ChangeDetector()
        self.set_title(self.tr("Mixer"))
        self.set_caption(self.tr("changes only what you hear"), self.tr("for you only"))
        self.mixer = MixerPanel()
        self.empty = Label(
            self.tr("There are no players yet. Each gets a row here when they join."), tone="dim", wraps=True
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.close_mixer = Pill(self.tr("Done"), "plain")
        self.controls = Pill(self.tr("MIDI…"), "quiet")
        self.controls.setAccessibleName(self.tr("Faders and buttons of MIDI controllers"))
        self._dialog: ControlsDialog | None = None
        self._cues: tuple[str, ...] = ()
        self.head.addWidget(self.controls)
        self.head.addWidget(self.close_mixer)
        self.body.addWidget(self.mixer, 1)
        self.body.addWidget(self.empty, 1)
        self.mixer.changed.connect(lambda row: self.requested.emit(_intent(row)))
        self.mixer.asked.connect(self.asked)
        self.close_mixer.clicked.connect(self.done)
        self.controls.clicked.connect(self._open_controls)

    def name_cues(self, words: Iterable[str]) -> None:
        """Set the names of the cues that MIDI controls can give, in their order."""
        self._cues = tuple(words)

    def render(self, state: PlayerState) -> None:  # type: ignore[override]
        """Show `state`."""
        self._state = state
        if self._dialog is not None:
            self._dialog.render(state.controls, [player.name for player in state.circle.players])
        if self.isVisible():
            self._show(state)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._state is not None:
            self._show(self._state)

    def _open_controls(self) -> None:
        self._dialog = dialog = ControlsDialog(self._cues, self.window())
        dialog.requested.connect(self.requested)
        dialog.finished.connect(lambda: self._close_controls(dialog))
        if self._state is not None:
            self.render(self._state)
        dialog.open()

    def _close_controls(self, dialog: ControlsDialog) -> None:
        self._dialog = None
        dialog.deleteLater()

    def _show(self, state: PlayerState) -> None:
        if not self._shown.new("rows", state.circle.members, state.circle.drumming, state.listening.mix):
            return
        rows = mixer_rows(state)
        self.mixer.render(rows)
        self.mixer.setVisible(bool(rows))
        self.empty.setVisible(not rows)


def mixer_rows(state: PlayerState) -> tuple[MixerRow, ...]:
    """A row for each player."""
    mix = state.listening.mix
    levels = mix.levels(state.circle.members)
    return tuple(
        _row(member, mix.strip(member.name), solo=member.name in mix.solos, silent=not levels[member.id][0])
        for member in state.circle.players
    )


def silenced_players(state: PlayerState) -> int:
    """The number of players that the mixer silences; those muted by the conductor do not count."""
    members = [member for member in state.circle.players if not member.muted]
    levels = state.listening.mix.levels(members)
    return sum(not gain for gain, _ in levels.values())


def _row(member: Member, strip: StripSettings, *, solo: bool, silent: bool) -> MixerRow:
    level, pan = position_of(strip.gain), round(SIDES * strip.pan)
    return MixerRow(member.id, member.name, member.colour, level, pan, strip.muted, solo, silent)


def _intent(row: MixerRow) -> SetStrip:
    return SetStrip(row.name, StripSettings(gain_at(row.level), row.pan / SIDES, row.muted), row.solo)
