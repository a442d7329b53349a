"""Pictures of the entry policy, of people who ask to come in, of the questions before leaving a circle, and of the
user's guide."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from drumcircle_gui.conductor.conductor_state import ConductorState
from drumcircle_gui.conductor.conductor_view import ConductorView
from drumcircle_gui.conductor.end_dialog_view import LeaveHubDialog
from drumcircle_gui.conductor.entry.entry_dialog_view import EntryDialog
from drumcircle_gui.conductor.entry.permanent_invites_view import RenewQuestion
from drumcircle_gui.guide.guide_view import GuideWindow
from drumcircle_gui.guide.pages import FIRST
from drumcircle_gui.protocol.entry_messages import ENTRY_POLICIES, Ban, EntryUpdate, Knocker, LimitedInvite
from drumcircle_gui.timing.units import SECOND, Micros
from tests.tools.circle_snapshots import INVITE, band

from .entry import HOSTILE_NAME, Entry, embedded

NOW = Micros(5 * SECOND)
INVITES = (
    LimitedInvite(1, "birch-owl", "School", 3, 20, Micros(NOW + 3600 * SECOND)),
    LimitedInvite(2, "elm", "", 1, 1),
    LimitedInvite(3, "fir", HOSTILE_NAME, 0, 0, Micros(NOW + 6 * 86_400 * SECOND)),
)
BANS = (
    Ban(4, "Flint", "192.0.2.66", "player", 0, Micros(NOW + 600 * SECOND)),
    Ban(5, HOSTILE_NAME, "2001:db8::66", "player", account="Flint"),
)
RENEWED = replace(INVITE, key="n" * 22), replace(INVITE, key="c" * 22)


def entries() -> tuple[Entry, ...]:
    return (
        Entry("Dialogs", "Who may come in", ENTRY, (720, 560)),
        Entry("Dialogs", "Before leaving", QUESTIONS, (560, 300)),
        Entry("Pages", "Conductor, players who knock", KNOCKS),
        Entry("Dialogs", "Guide", GUIDE, (920, 700)),
    )


def entry(policy: str, renewed: bool = False, may_renew: bool = True, **changes: object) -> QWidget:
    dialog = EntryDialog()
    dialog.render(EntryUpdate(policy, **changes), INVITE, NOW)
    dialog.render_permanent(may_renew=may_renew, renewed=RENEWED if renewed else None)
    return embedded(dialog)


def knocked(*names: str) -> QWidget:
    knocks = tuple(Knocker(number, name, f"192.0.2.{number + 1}", NOW) for number, name in enumerate(names))
    view = ConductorView()
    view.render(ConductorState(band(entry_rules=EntryUpdate("knock", knocks)), None))
    return view


def guide(page: str) -> QWidget:
    window = GuideWindow("en")
    window.turn_to(page)
    return embedded(window)


ENTRY: dict[str, Callable[[], QWidget]] = {
    "nothing yet": lambda: entry("invite"),
    "invites and removed players": lambda: entry("knock", invites=INVITES, bans=BANS),
    "new invites": lambda: entry("open", renewed=True),
    "with accounts": lambda: entry("account", bans=BANS, policies=ENTRY_POLICIES),
    "by another conductor": lambda: entry("invite", may_renew=False, invites=INVITES[:1]),
}
QUESTIONS: dict[str, Callable[[], QWidget]] = {
    "a circle on a hub": lambda: embedded(LeaveHubDialog()),
    "replace both invites": lambda: embedded(RenewQuestion()),
}
KNOCKS: dict[str, Callable[[], QWidget]] = {
    "one": lambda: knocked("Wren"),
    "five": lambda: knocked("Wren", "Lark", HOSTILE_NAME, "Finch", "Teal"),
}
GUIDE: dict[str, Callable[[], QWidget]] = {page: (lambda page=page: guide(page)) for page in (FIRST, "modes")}
