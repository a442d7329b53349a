"""Who can come in, in every form; circles found on a hub and nearby; the questions about links and hubs."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.client.state_changes import waiting_text
from drumcircle_gui.conductor.conductor_state import ConductorState, Hosting
from drumcircle_gui.conductor.conductor_view import ConductorView
from drumcircle_gui.conductor.invite_address import with_address
from drumcircle_gui.conductor.invite_view import InviteDialog
from drumcircle_gui.directory.found import FoundCircle, FoundCircles
from drumcircle_gui.listening.player_state import PlayerState
from drumcircle_gui.player.player_view import PlayerView
from drumcircle_gui.protocol.entry_messages import EntryUpdate, Knocker
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.reach.verdict import Findings, Form, PortMapping, Probe, RouterReport, judge
from drumcircle_gui.settings import PlayerSettings, Settings
from drumcircle_gui.shell.start.handed_over import LeaveForQuestion
from drumcircle_gui.shell.start.hub_move import HubMove
from drumcircle_gui.shell.start.start_view import StartView
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Micros, tempo_of_bpm
from drumcircle_gui.widgets.notice import Notice
from tests.tools.circle_snapshots import INVITE, STOPPED, band

from .circle_entries import SOUND
from .entry import HOSTILE_NAME, Entry, embedded

PUBLIC, HOME, IPV6 = "93.184.216.34", ("192.168.1.20", "127.0.0.1"), "2a01:4f8:1::20"
ROUTER, INNER_ROUTER = RouterReport("UPnP", PUBLIC), RouterReport("UPnP", "100.64.7.2")
FOUND = {
    Form.COMPUTER: Findings(8004, ("127.0.0.1",)),
    Form.OPEN: Findings(8004, (PUBLIC, "127.0.0.1")),
    Form.NAT: Findings(8004, HOME),
    Form.ROUTER_OPENS: Findings(8004, HOME, ROUTER),
    Form.OPENED: Findings(8004, HOME, ROUTER, PortMapping(PUBLIC, 8004, 8004, 600)),
    Form.DOUBLE_NAT: Findings(8004, HOME, INNER_ROUTER),
    Form.IPV6_ONLY: Findings(8004, (*HOME, IPV6), INNER_ROUTER),
    Form.FORWARDED: Findings(8004, HOME, probes=(Probe(PUBLIC, 8004, True),)),
    Form.BLOCKED: Findings(8004, (PUBLIC, "127.0.0.1"), probes=(Probe(PUBLIC, 8004, False),)),
}
"""What leads to each verdict."""


def hosting(form: Form) -> Hosting:
    found = judge(FOUND[form])
    assert found.form is form
    return Hosting(with_address(INVITE, found, ""), with_address(replace(INVITE, key="c" * 22), found, ""), found)


def invite(form: Form) -> QWidget:
    return embedded(InviteDialog(hosting(form)))


def empty(form: Form) -> QWidget:
    view = ConductorView()
    circle = band(timeline=STOPPED)
    alone = replace(circle, members=tuple(member for member in circle.members if member.role == "conductor"))
    view.render(ConductorState(alone, hosting(form)))
    return view


def found(name: str, source: str, entry: str, players: int, trip: int | None, about: str = "") -> FoundCircle:
    joined = Invite("192.0.2.7", 8004, name, "k" * 22, "0" * 64) if entry in ("open", "knock") else None
    usual = (tempo_of_bpm(96), Meter(16), players > 0, players, entry, source, ("192.0.2.7", 8004), joined)
    return FoundCircle(f"{source}/{name}", name, about, *usual, None if trip is None else Micros(trip))


CIRCLES = FoundCircles(
    (
        found("Evening samba", "School hub", "open", 7, 24_300, "For beginners, every Tuesday"),
        found("Forest", "School hub", "knock", 3, 188_000),
        found("Teachers only", "School hub", "account", 0, None),
        found("Kitchen", "on this network", "invite", 2, 1_200),
        found(HOSTILE_NAME, "School hub", "open", 1, 412_000),
    ),
    {"hub.example.org:8004": "The hub at hub.example.org:8004 cannot be reached (connection refused)."},
    total=12,
)


def start_with_circles() -> StartView:
    page = StartView(Settings(player=PlayerSettings(name="Oak")), "oak")
    page.conduct.offer_hubs((("hub.example.org:8004", "School hub"),))
    page.show_found(CIRCLES)
    return page


def start_with_offer() -> QWidget:
    page = StartView(Settings(), "oak")
    what = "Should invites that you click on open Drum Circle?"
    how = "They begin with drumcircle://. You can undo it with “drumcircle link --remove”."
    page.add_offer(Notice("links", what, how, "plain", "Yes, open them"))
    return page


class _Screen:
    """A circle that runs here."""

    def __init__(self) -> None:
        self.view = QWidget()
        self.state = ConductorState(band(), hosting(Form.DOUBLE_NAT))

    def ask_to_leave(self, go: Callable[[], object]) -> None:
        """Call `go` without asking."""


def hub_question() -> QWidget:
    screen, move = _Screen(), HubMove(Settings, lambda hub, launch: None, lambda work, name: None)  # type: ignore
    move.start(screen)
    assert move.question is not None
    move.question.setParent(None)
    return embedded(move.question)


def leave_question() -> QWidget:
    parent = QWidget()
    question = LeaveForQuestion(replace(INVITE, circle="Evening samba"), parent)
    question.setParent(None)
    return embedded(question)


def knocked_at(count: int) -> QWidget:
    """The conductor's side: players ask to come in."""
    view = ConductorView()
    names = ("Fern", HOSTILE_NAME, "小林", "Ivy", "Elm")[:count]
    asking = tuple(Knocker(20 + n, name, f"192.0.2.{n}", Micros(0)) for n, name in enumerate(names))
    view.render(ConductorState(band(entry_rules=EntryUpdate("knock", knockers=asking)), hosting(Form.OPENED)))
    return view


def knocking_first() -> QWidget:
    """The player's side, before the circle is seen for the first time."""
    page = start_with_circles()
    page.show_connecting(replace(INVITE, circle="Forest", key=""))
    page.show_waiting(waiting_text(1))
    return page


def knocking() -> QWidget:
    """The player's side, after the connection was lost."""
    view = PlayerView()
    circle = band("player", link=LinkState.WAITING, clock=None, exchange=None, members=())
    view.render(PlayerState(circle, SOUND))
    return view


def entries() -> tuple[Entry, ...]:
    return (
        Entry("Dialogs", "Reach in the invite", {form.value: partial(invite, form) for form in Form}, (800, 500)),
        Entry("Pages", "Reach of an empty circle", {"double-nat": partial(empty, Form.DOUBLE_NAT)}),
        Entry("Pages", "Circles found", {"found": start_with_circles, "offer of links": start_with_offer}),
        Entry("Pages", "Knocking", {"one": partial(knocked_at, 1), "five": partial(knocked_at, 5)}),
        Entry("Pages", "Knocking at a circle", {"first": knocking_first, "again": knocking}),
        Entry("Dialogs", "Links and hubs", {"hub": hub_question, "leave": leave_question}, (440, 300)),
    )
