"""Every widget with believable data, dark and light, as pictures: ``python -m tests.gallery.widgets FOLDER``."""

import random
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from drumcircle_gui.error_hooks import ErrorReport
from drumcircle_gui.qt.error_report_view import ReportDialog
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import SECOND, Micros, beats, local_micros, seconds, tempo_of_bpm
from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.chat.chat_panel import ChatLine, ChatMember, ChatPanel
from drumcircle_gui.widgets.empty_state import EmptyState
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.level_meter import LevelMeter
from drumcircle_gui.widgets.notice import Notice, NoticeBar
from drumcircle_gui.widgets.number_display import EditableNumber, NumberDisplay
from drumcircle_gui.widgets.pads.pad_grid import PadGrid, PadSpec
from drumcircle_gui.widgets.pill import Pill, StatusPill
from drumcircle_gui.widgets.plot.plot import LatencyPlot, Series
from drumcircle_gui.widgets.qr_code import QrCode
from drumcircle_gui.widgets.ring.ring import Dot, Lane, Ring
from drumcircle_gui.widgets.roster.roster_table import RosterRow, RosterTable
from drumcircle_gui.widgets.theme import Weight, apply_theme

NAMES = ("Oak", "Reed", "Slate", "Fern", "Flint", "Wren")
ROUND_TRIPS = (22, 74, 128, 352, 41, 96)
PADS = ("Kick", "Snare", "Side stick", "Clap", "Low tom", "High tom", "Closed hat", "Open hat", "Conga", "Bongo",
        "Cowbell", "Shaker")  # fmt: skip


def ring(players: int = 6, meter: Meter = Meter(), beat: float = 21.7) -> Ring:  # noqa: B008
    """A circle at 120 bpm in which everybody has played their pattern up to `beat`."""
    timeline = Timeline.stopped(tempo_of_bpm(120), meter).changed(seconds(0), running=True)
    start = timeline.latest.at
    view = Ring()
    view.set_clock(lambda: Micros(start + round(beat * SECOND / 2)))
    view.set_timeline(timeline)
    names = [NAMES[n % 6] + ("" if n < 6 else f" {n // 6 + 1}") for n in range(players)]
    view.set_lanes([Lane(n + 1, name, n) for n, name in enumerate(names)])
    dice = random.Random(4)
    period = meter.beats * meter.cycles
    for player in range(players):
        times = sorted(dice.uniform(beat - period, beat) for _ in range(10))
        times = [round(time * 4) / 4 + dice.gauss(0, 0.02) for time in times]
        view.add_dots(Dot(player + 1, beats(max(t, 0)), dice.randint(40, 127)) for t in times if t <= beat)
    view.set_hub("Follow the leader", "Listen", "imitate in 10 beats")
    return view


def roster() -> RosterTable:
    bounds, margins, late = (200, 300, 500, 1100, 200, 400), (7.93, 7.88, 7.82, 7.6, 7.91, 7.85), (0, 0, 0, 2, 0, 0)
    table = RosterTable()
    table.render(
        tuple(
            RosterRow(n + 1, NAMES[n], n, ROUND_TRIPS[n] * 1000, bounds[n], seconds(margins[n]), late[n], me=n == 0)
            for n in range(6)
        )
    )
    return table


def plot(lines: int = 6) -> LatencyPlot:
    view = LatencyPlot()
    view.set_series([Series(n, f"{NAMES[n % 6]}", n) for n in range(lines)])
    dice, now = random.Random(1), local_micros()
    for second in range(61):
        for n in range(lines):
            spike = dice.random() < 0.02
            value = ROUND_TRIPS[n % 6] + (n // 6) * 7 + abs(dice.gauss(0, 4)) + spike * 60
            view.add(n, Micros(now - (60 - second) * SECOND), value)
    return view


def chat() -> ChatPanel:
    panel = ChatPanel()
    said = (
        (1, 0, "hello from the hill"),
        (3, 0, "my hi-hat pedal works now"),
        (4, 0, "hearing everyone perfectly over here, even with my network; it is a pleasure to play with you all"),
        (6, 1, "shall we try 108 next?"),
        (2, -1, "<b>could</b> somebody turn the guide up?"),
    )
    lines = tuple(ChatLine(n, s, NAMES[s - 1], s - 1, to, text) for n, (s, to, text) in enumerate(said))
    panel.render(lines, tuple(ChatMember(n + 1, name, n) for n, name in enumerate(NAMES)), 1)
    return panel


def card(title: str, widget: QWidget, caption: str = "") -> Card:
    result = Card(title, caption)
    result.body.addWidget(widget)
    return result


def conductor() -> QWidget:
    window = QWidget()
    head = QHBoxLayout()
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label("Sunday circle", 24, Weight.DemiBold))
    words.addWidget(Label("6 players · server running on port 8004 · recording", tone="dim"))
    head.addLayout(words)
    head.addStretch(1)
    tempo = EditableNumber("bpm", 30, 400)
    tempo.set_value(120)
    cycle, wait = NumberDisplay("beats a cycle", "00"), NumberDisplay("s until it comes round", "0.0")
    cycle.set_text("16")
    wait.set_text("8.0")
    for figure in (tempo, cycle, wait):
        head.addWidget(figure)
        head.addSpacing(16)
    head.addStretch(2)
    for pill in (Pill("Copy invite"), Pill("● Rec", "danger"), Pill("■ Stop", "accent")):
        head.addWidget(pill)
    left = Card()
    left.layout().setContentsMargins(8, 8, 8, 8)
    left.body.addWidget(ring())
    panel = chat()
    talk = Card("Chat")
    talk.head.addWidget(panel.recipients)
    talk.body.addWidget(panel)
    right = QVBoxLayout()
    right.setSpacing(16)
    right.addWidget(card("", roster()), 5)
    right.addWidget(card("Round trips", plot(), "last 60 s"), 3)
    right.addWidget(talk, 4)
    body = QHBoxLayout()
    body.setSpacing(16)
    body.addWidget(left, 7)
    body.addLayout(right, 5)
    whole = QVBoxLayout(window)
    whole.setContentsMargins(32, 24, 32, 32)
    whole.setSpacing(16)
    whole.addLayout(head)
    whole.addLayout(body, 1)
    return window


def player() -> QWidget:
    window = QWidget()
    pads = PadGrid([PadSpec(36 + n, name, "QWERTYASDFGH"[n]) for n, name in enumerate(PADS)])
    pads.flash(38, 120)
    pads.flash(41, 50)
    meter = LevelMeter("Level")
    notices = NoticeBar()
    notices.render(
        (
            Notice("midi", "Your pad kit was unplugged.", "Plug it in again, or play with keys and mouse.", "warn"),
            Notice("net", "The connection broke.", "Trying again; nothing you play is lost.", "bad", "Try now"),
            Notice("in", "You are in.", "", "good"),
        )
    )
    pills = QHBoxLayout()
    states = (("Connected", "good"), ("Connecting", "waiting"), ("Slow", "warn"), ("Lost", "bad"), ("Off", "off"))
    for text, state in states:
        pills.addWidget(StatusPill(text, state))
    for text, kind in (("Plain", "plain"), ("Accent", "accent"), ("Danger", "danger"), ("Quiet", "quiet")):
        pills.addWidget(Pill(text, kind))
    pills.addStretch()
    row = QHBoxLayout()
    row.addWidget(card("Invite", QrCode("drumcircle://192.0.2.7:8004/Sunday?key=abcdefghijkl&pin=0123456789abcdef")))
    row.addWidget(
        card(
            "", EmptyState("Nobody here yet", "Send the invite to a friend, or let bots play.", ("Copy invite", "Bots"))
        )
    )
    whole = QVBoxLayout(window)
    whole.setContentsMargins(32, 24, 32, 32)
    whole.setSpacing(16)
    whole.addWidget(notices)
    whole.addLayout(pills)
    whole.addWidget(card("Level", meter))
    whole.addLayout(row, 2)
    whole.addWidget(card("Pads", pads), 2)
    meter.set_level(0.4)
    window.setProperty("meter", meter)
    return window


def states() -> QWidget:
    """What the other pages do not show: standing still, chosen, dimmed, muted, late, focused."""
    window = QWidget()
    empty, chosen = Ring(), ring()
    empty.set_timeline(Timeline.stopped(tempo_of_bpm(120), Meter()))
    empty.set_hub("Free play", "Ready", "start when you like")
    chosen.set_lanes([Lane(n + 1, name, n, dimmed=n in (1, 4)) for n, name in enumerate(NAMES)])
    chosen.choose(4)
    table = RosterTable()
    table.render(
        (
            RosterRow(1, "Oak", 0, 22_000, 200, 7_930_000, conductor=True),
            RosterRow(2, "Reed with a name far too long for it", 1, 74_000, 300, 7_880_000, muted=True),
            RosterRow(3, "Slate", 2, 1_280_000, 52_500, 320_000, 14, tight=True),
            RosterRow(4, "Fern", 3, 352_000, 1100, -400_000, 128),
            RosterRow(5, "Flint", 4),
            RosterRow(6, "Wren", 12, connected=False),
        )
    )
    table.choose(4)
    panel = chat()
    panel.aim_at(4)
    panel._input.setText("x" * 1990)
    dialog = ReportDialog(ErrorReport.of(RuntimeError("the drum is gone"), "the network thread"))
    grid = QGridLayout(window)
    grid.setContentsMargins(16, 16, 16, 16)
    grid.setSpacing(16)
    places = ((empty, 0, 0), (chosen, 0, 1), (table, 1, 0), (panel, 1, 1), (dialog, 0, 2, 2, 1))
    for widget, *place in places:
        grid.addWidget(card("", widget), *place)
    dialog.setWindowFlags(Qt.WindowType.Widget)
    return window


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    pages = {
        "conductor": (conductor, (1440, 900)),
        "conductor-small": (conductor, (1024, 640)),
        "player": (player, (1100, 860)),
        "states": (states, (1400, 860)),
        "ring-50": (lambda: ring(50), (800, 760)),
        "ring-cycles": (lambda: ring(6, Meter(8, 4)), (600, 560)),
        "ring-1024": (lambda: ring(2, Meter(64, 16)), (500, 480)),
        "plot-50": (lambda: plot(50), (560, 200)),
    }
    for theme in ("dark", "light"):
        apply_theme(app, theme)
        for name, (build, size) in pages.items():
            window = build()
            window.resize(*size)
            window.show()
            wait(400)
            window.grab().save(str(folder / f"{name}-{theme}.png"))
            window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
