"""Listed circles as text for a terminal, and as JSON for programs. Pure."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from drumcircle_gui.protocol.directory import AccountRow, AccountShown, AuditRow, CircleListing
from drumcircle_gui.protocol.fields import MAX_SHORT_LENGTH
from drumcircle_gui.protocol.sanitize import clean_name, clean_text
from drumcircle_gui.timing.units import SECOND, bpm_of

from .hub_address import HubAddress
from .joining import listed_address, listed_invite

ENTRY_WORDS = {
    "open": "open to everybody",
    "invite": "with an invite",
    "knock": "knock, then wait",
    "account": "with an account",
}


def cleaned(listing: CircleListing) -> CircleListing:
    """`listing` with sanitized texts: a hub may send anything."""
    about, name = _one_line(listing.about), clean_name(listing.name, default="Drum circle")
    return msgspec.structs.replace(listing, name=name, about=about)


def cleaned_account(row: AccountRow) -> AccountRow:
    """`row` with sanitized texts."""
    return msgspec.structs.replace(row, name=clean_name(row.name, default="?"), mail=_one_line(row.mail))


def cleaned_shown(shown: AccountShown) -> AccountShown:
    """`shown` with sanitized texts."""
    logins = (msgspec.structs.replace(each, address=_one_line(each.address)) for each in shown.logins)
    return AccountShown(cleaned_account(shown.account), tuple(logins))


def cleaned_line(row: AuditRow) -> AuditRow:
    """`row` with sanitized texts."""
    texts = {name: _one_line(getattr(row, name)) for name in ("actor", "action", "subject", "address")}
    return msgspec.structs.replace(row, **texts)


def _one_line(text: str) -> str:
    return " ".join(clean_text(text, MAX_SHORT_LENGTH).split())


def listing_as_json(listing: CircleListing, hub: HubAddress) -> dict[str, Any]:
    """The public data of a listed circle; `invite` only if everybody may join."""
    host, port = listed_address(listing, hub)
    invite = listed_invite(listing, hub)
    return {
        "name": listing.name,
        "about": listing.about,
        "bpm": round(bpm_of(listing.tempo), 3),
        "beats": listing.meter.beats,
        "cycles": listing.meter.cycles,
        "running": listing.running,
        "players": listing.players,
        "entry": listing.entry,
        "age_s": listing.age // SECOND,
        "host": host,
        "port": port,
        "invite": str(invite) if invite and invite.key else None,
    }


def listing_lines(rows: Iterable[CircleListing]) -> Iterator[str]:
    """A line for each circle."""
    for row in rows:
        state = "" if row.running else ", stopped"
        entry = ENTRY_WORDS.get(row.entry, ENTRY_WORDS["invite"])
        tempo = f"{bpm_of(row.tempo):g} bpm, {row.meter.beats} beats{state}"
        yield f"{row.name:<32}  {row.players:>3} playing   {tempo:<26}  {entry:<22}  {row.about}".rstrip()
