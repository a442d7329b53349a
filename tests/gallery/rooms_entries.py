"""The page of the rooms and its dialogs."""

import random
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from drumcircle_gui.mpd.model.rooms_intents import CueSong
from drumcircle_gui.mpd.model.rooms_state import DiscoveredServer, Presence, RoomsNotice, RoomsState
from drumcircle_gui.mpd.view.dialogs.connect_view import ConnectDialog
from drumcircle_gui.mpd.view.dialogs.leave_view import LeaveDialog
from drumcircle_gui.mpd.view.dialogs.remove_view import RemoveDialog
from drumcircle_gui.mpd.view.dialogs.room_view import RoomDialog
from drumcircle_gui.mpd.view.dialogs.tap_offset_view import TapDialog
from drumcircle_gui.mpd.view.rooms_view import RoomsView
from drumcircle_gui.timing.units import SECOND, Micros, local_micros
from tests.tools.rooms_snapshots import downbeats, rooms, samples, state

from .entry import HOSTILE_NAME, Entry, embedded

FOUND = (DiscoveredServer("Attic", "attic.local", 6600), DiscoveredServer(HOSTILE_NAME, "10.0.0.40", 6601))
NOTICES = (
    RoomsNotice(1, "The Terrace refuses the password.", "Enter its password under Edit."),
    RoomsNotice(2, "The queue could not be read.", "It is tried again.", "bad"),
)


def entries() -> tuple[Entry, ...]:
    return (Entry("Pages", "Rooms", ROOMS), Entry("Dialogs", "Rooms dialogs", DIALOGS, (560, 560)))


def page(*, tab: int = 0, circle: bool = False, shown: RoomsState | None = None, selected: str = "") -> RoomsView:
    now = local_micros()
    view = RoomsView()
    view.render(shown or state(now))
    view.add_samples(samples(now))
    view.pages.show_page(tab)
    view.rooms.table.choose(selected or None)
    if circle:
        view.offer_downbeats(downbeats(now))
    return view


def pending() -> QWidget:
    now = local_micros()
    cue = CueSong(9, Micros(now + 8 * SECOND))
    return page(circle=True, shown=replace(state(now), cue=cue))


def unmeasured() -> QWidget:
    plain = tuple(
        replace(room, presence=Presence.TOGETHER, problem="", skew=None, uncertainty=None) for room in rooms()
    )
    return page(shown=replace(state(local_micros()), rooms=plain))


def hostile() -> QWidget:
    now = local_micros()
    shown = state(now)
    queue = tuple(replace(song, title=HOSTILE_NAME, artist="x\n" * 1000, file="<img src=/x>") for song in shown.queue)
    named = (replace(shown.rooms[0], name=HOSTILE_NAME, song="<img src=/dev/zero>"), *shown.rooms[1:])
    return page(shown=replace(shown, queue=queue, rooms=named))


def empty() -> QWidget:
    view = RoomsView()
    view.render(RoomsState("localhost:6600"))
    return view


ROOMS: dict[str, Callable[[], QWidget]] = {
    "playing": lambda: page(selected="Terrace"),
    "beside a circle": lambda: page(circle=True),
    "cue pending": pending,
    "library": lambda: page(tab=1),
    "files": lambda: page(tab=2),
    "events": lambda: page(tab=3),
    "not measured": unmeasured,
    "notices": lambda: page(shown=replace(state(local_micros()), notices=NOTICES)),
    "hostile names": hostile,
    "empty": empty,
}


def room_dialog(found: tuple[DiscoveredServer, ...] | None, *, edited: bool = False) -> QWidget:
    dialog = RoomDialog(rooms()[1] if edited else None)
    dialog.render(replace(state(local_micros()), found=found))
    return embedded(dialog)


def tap_dialog(*, tapped: bool) -> QWidget:
    dialog = TapDialog("Living room")
    dialog.render(state(local_micros()))
    dice = random.Random(3)
    for pill, first, late in ((dialog.here, 0, 0), (dialog.there, 32, 31_000), (dialog.here, 64, 0)) if tapped else ():
        pill.click()
        for beat in range(first, first + 14):
            dialog.tap(Micros(round(beat * 500_000 + late + dice.gauss(0, 12_000))))
    return embedded(dialog)


def connect_dialog(listening: str, reachable: str) -> QWidget:
    dialog = ConnectDialog()
    dialog.render(replace(state(local_micros()), listening=listening, reachable=reachable))
    return embedded(dialog)


def question(dialog: LeaveDialog | RemoveDialog) -> QWidget:
    dialog.render(state(local_micros()))
    return embedded(dialog)


DIALOGS: dict[str, Callable[[], QWidget]] = {
    "add, searching": lambda: room_dialog(()),
    "add, found": lambda: room_dialog(FOUND),
    "edit": lambda: room_dialog(None, edited=True),
    "tap, first": lambda: tap_dialog(tapped=False),
    "tap, measured": lambda: tap_dialog(tapped=True),
    "connect a phone": lambda: connect_dialog("0.0.0.0:6600", "192.168.1.20:6600"),
    "connect, local only": lambda: connect_dialog("localhost:6600", "localhost:6600"),
    "leave": lambda: question(LeaveDialog()),
    "remove": lambda: question(RemoveDialog("Living room")),
}
