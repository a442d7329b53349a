"""The widgets, each in its states."""

import random
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from drumcircle_gui.error_hooks import ErrorReport
from drumcircle_gui.qt.error_report_view import ReportDialog
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import SECOND, Micros, beats, local_micros, seconds, tempo_of_bpm
from drumcircle_gui.widgets.chat.chat_panel import ChatLine, ChatMember, ChatPanel
from drumcircle_gui.widgets.empty_state import EmptyState
from drumcircle_gui.widgets.glyph_pill import GlyphPill
from drumcircle_gui.widgets.label import Label, ShortLabel
from drumcircle_gui.widgets.mixer_panel import MixerPanel, MixerRow
from drumcircle_gui.widgets.notice import Notice, NoticeBar
from drumcircle_gui.widgets.number_display import EditableNumber, NumberDisplay
from drumcircle_gui.widgets.pads.pad_grid import PadGrid, PadSpec
from drumcircle_gui.widgets.pill import Pill, StatusPill
from drumcircle_gui.widgets.plot.plot import LatencyPlot, Series
from drumcircle_gui.widgets.qr_code import QrCode
from drumcircle_gui.widgets.ring.ring import Dot, Lane, Ring
from drumcircle_gui.widgets.roster.roster_panel import RosterPanel
from drumcircle_gui.widgets.roster.roster_row import RosterRow
from drumcircle_gui.widgets.theme import Weight
from tests.tools.circle_snapshots import CHAT, MARGINS_S, NAMES, ROUND_TRIPS_MS, band_name

from .entry import HOSTILE_NAME, Entry, embedded, on_card

States = dict[str, Callable[[], QWidget]]
PAD_NAMES = (
    "Kick", "Snare", "Side stick", "Clap", "Low tom", "High tom", "Closed hat", "Open hat", "Conga", "Bongo", "Cowbell",
    "Shaker",
)  # fmt: skip
LONG_TEXT = "A text that is much too long for the room it has, as names and messages often are"


def entries() -> tuple[Entry, ...]:
    return (
        Entry("Widgets", "Ring", RING, (560, 560)),
        Entry("Widgets", "Plot", PLOT, (560, 240)),
        Entry("Widgets", "Roster", ROSTER, (520, 400)),
        Entry("Widgets", "Chat", CHATS, (520, 360)),
        Entry("Widgets", "Pads", PADS, (640, 280)),
        Entry("Widgets", "Mixer", MIXER, (480, 300)),
        Entry("Widgets", "Notices", NOTICES, (560, 320)),
        Entry("Widgets", "Controls", CONTROLS, (640, 240)),
        Entry("Widgets", "Empty state", {"two actions": empty_state}, (520, 320)),
        Entry("Widgets", "QR code", {"invite": qr_code}, (320, 320)),
        Entry("Dialogs", "Error report", {"one error": error_report}, (640, 480)),
    )


def ring(players: int = 6, meter: Meter = Meter(), beat: float = 21.7, chosen: int = 0) -> Ring:  # noqa: B008
    """A ring at 120 bpm on which everybody has played a pattern up to `beat`."""
    timeline = Timeline.stopped(tempo_of_bpm(120), meter).changed(seconds(0), running=True)
    start = timeline.latest.at
    view = Ring()
    view.set_clock(lambda: Micros(start + round(beat * SECOND / 2)))
    view.set_timeline(timeline)
    view.set_lanes([Lane(n + 1, band_name(n), n, bool(chosen) and n in (1, 4)) for n in range(players)])
    dice = random.Random(4)
    for player in range(players):
        times = (round(dice.uniform(max(beat - 16, 0), beat) * 4) / 4 for _ in range(10))
        view.add_dots(Dot(player + 1, beats(time), dice.randint(40, 127)) for time in sorted(times) if time <= beat)
    view.set_hub("Follow the leader", "Listen", "imitate in 10 beats")
    view.choose(chosen or None)
    return view


def still_ring() -> QWidget:
    view = Ring()
    view.set_timeline(Timeline.stopped(tempo_of_bpm(120), Meter()))
    view.set_hub("Free play", "Ready", "start when you like")
    return on_card(view)


def wordy_ring() -> QWidget:
    view = ring()
    view.set_hub("Play what Fern played in the last cycle", "Imitate softly and slowly", "beat 13 of 16")
    return on_card(view)


def plot(lines: int = 6, *, gap: bool = False) -> QWidget:
    view = LatencyPlot()
    view.set_series([Series(n, band_name(n), n) for n in range(lines)])
    dice, now = random.Random(1), local_micros()
    for second in range(61):
        for n in range(lines):
            if gap and 20 < second < 35:
                continue
            spike = dice.random() < 0.02
            value = ROUND_TRIPS_MS[n % 6] + (n // 6) * 7 + abs(dice.gauss(0, 4)) + spike * 60
            view.add(n, Micros(now - (60 - second) * SECOND), value)
    return on_card(view, "Round trips")


def roster(rows: Sequence[RosterRow], chosen: int | None = None) -> QWidget:
    panel = RosterPanel()
    panel.render(tuple(rows))
    panel.choose(chosen)
    return on_card(panel)


USUAL_ROWS = tuple(
    RosterRow(n + 1, NAMES[n], n, ROUND_TRIPS_MS[n] * 1000, 300, seconds(MARGINS_S[n]), 2 * (n == 3), me=n == 0)
    for n in range(6)
)
ODD_ROWS = (
    RosterRow(1, "Oak", 0, 22_000, 200, seconds(7.93), conductor=True),
    RosterRow(2, LONG_TEXT, 1, 74_000, 300, seconds(7.88), muted=True),
    RosterRow(3, "Slate", 2, 1_280_000, 52_500, seconds(0.32), 14, tight=True),
    RosterRow(4, "Fern", 3, 352_000, 1100, seconds(-0.4), 128),
    RosterRow(5, HOSTILE_NAME, 4),
    RosterRow(6, "Wren", 12, connected=False),
)


def chat(lines: Sequence[ChatLine] = (), *, writing_to: int = 0, text: str = "") -> QWidget:
    panel = ChatPanel()
    usual = tuple(ChatLine(e.number, e.sender, e.name, e.sender - 1, e.to, e.text) for e in CHAT)
    panel.render(tuple(lines) or usual, tuple(ChatMember(n + 1, name, n) for n, name in enumerate(NAMES)), 1)
    panel.aim_at(writing_to)
    panel.set_text(text)
    return on_card(panel, "Chat")


def pads() -> QWidget:
    grid = PadGrid([PadSpec(36 + n, name, "QWERTYASDFGH"[n]) for n, name in enumerate(PAD_NAMES)])
    grid.flash(38, 120)
    grid.flash(41, 50)
    return on_card(grid, "Pads")


def mixer(count: int) -> QWidget:
    panel = MixerPanel()
    rows = [
        MixerRow(n + 1, band_name(n), n, 100 - 12 * n % 90, 40 * (n % 3 - 1), n == 1, n == 2, n in (1, 3))
        for n in range(count)
    ]
    panel.render([*rows, MixerRow(99, HOSTILE_NAME, 5)])
    return on_card(panel, "Mixer")


def notices(count: int) -> QWidget:
    bar = NoticeBar()
    bar.render(
        (
            Notice("midi", "Your pad kit was unplugged.", "Plug it in again, or play with keys and mouse.", "warn"),
            Notice("net", "The connection broke.", "Trying again; nothing you play is lost.", "bad", "Try now"),
            Notice("in", "You have joined the circle.", "", "good"),
            Notice("x", HOSTILE_NAME, LONG_TEXT * 3, "plain"),
        )[:count]
    )
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.addWidget(bar)
    layout.addStretch(1)
    return holder


def pills() -> QWidget:
    holder = QWidget()
    rows = QVBoxLayout(holder)
    kinds: tuple[Any, ...] = ("plain", "accent", "danger", "quiet", "choice", "record")
    for enabled in (True, False):
        row = QHBoxLayout()
        for kind in kinds:
            pill = Pill(kind.capitalize(), kind)
            pill.setEnabled(enabled)
            pill.setChecked(pill.isCheckable() and enabled)
            row.addWidget(pill)
        row.addStretch(1)
        rows.addLayout(row)
    states = QHBoxLayout()
    words: tuple[Any, ...] = (("Connected", "good"), ("Connecting", "waiting"), ("Slow", "warn"), ("Lost", "bad"))
    for text, state in words:
        states.addWidget(StatusPill(text, state))
    for glyph in ("previous", "play", "pause", "next", "stop"):
        states.addWidget(GlyphPill(glyph, glyph.capitalize()))  # type: ignore[arg-type]
    states.addStretch(1)
    rows.addLayout(states)
    rows.addStretch(1)
    return holder


def texts() -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    for size in (34, 24, 15, 13, 11):
        column.addWidget(ShortLabel(f"{size} px \u2013 {LONG_TEXT}", size, Weight.DemiBold))
    column.addWidget(Label(HOSTILE_NAME, tone="bad"))
    column.addWidget(Label(LONG_TEXT, tone="dim", wraps=True))
    column.addStretch(1)
    return holder


def numbers() -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    tempo, wait = EditableNumber("bpm", 30, 400), NumberDisplay("s until it comes round", "0.0")
    tempo.set_value(120)
    wait.set_text("8.0")
    for part in (tempo, wait):
        row.addWidget(part)
    return holder


def empty_state() -> QWidget:
    text = "Send the invite to a friend, or let bots play."
    return on_card(EmptyState("Nobody here yet", text, ("Copy invite", "Bots")))


def qr_code() -> QWidget:
    return on_card(QrCode("drumcircle://192.0.2.7:8004/Sunday?key=abcdefghijkl&pin=0123456789abcdef"))


def error_report() -> QWidget:
    return embedded(ReportDialog(ErrorReport.of(RuntimeError("the drum is gone"), "the network thread")))


RING: States = {
    "playing": lambda: on_card(ring()),
    "standing still": still_ring,
    "one selected, two muted": lambda: on_card(ring(chosen=4)),
    "long words": wordy_ring,
    "50 players": lambda: on_card(ring(50)),
    "4 cycles of 8": lambda: on_card(ring(6, Meter(8, 4))),
    "16 cycles of 64": lambda: on_card(ring(2, Meter(64, 16))),
}
PLOT: States = {
    "6 lines": plot,
    "outage": lambda: plot(gap=True),
    "50 lines": lambda: plot(50),
    "no data": lambda: plot(0),
}
ROSTER: States = {
    "usual": lambda: roster(USUAL_ROWS),
    "one selected": lambda: roster(USUAL_ROWS, 4),
    "odd members": lambda: roster(ODD_ROWS, 4),
}
CHATS: States = {
    "usual": chat,
    "nothing said": lambda: chat((ChatLine(0, 1, "Oak", 0, 0, ""),)[:0] or ()),
    "private, almost full": lambda: chat(writing_to=4, text="x" * 1990),
    "1,000 line breaks": lambda: chat((ChatLine(0, 2, HOSTILE_NAME, 1, 0, "\n".join("abc" * 300)),)),
}
PADS: States = {"two struck": pads}
MIXER: States = {"6 players": lambda: mixer(6), "30 players": lambda: mixer(30)}
NOTICES: States = {"one": lambda: notices(1), "three": lambda: notices(3), "four": lambda: notices(4)}
CONTROLS: States = {"buttons": pills, "texts": texts, "numbers": numbers}
