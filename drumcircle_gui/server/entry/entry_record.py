"""The part of a circle's entry that survives a restart of its server. Pure."""

import msgspec

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.entry_messages import Ban, LimitedInvite
from drumcircle_gui.timing.units import Micros


class EntryRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """The entry policy ("" if not known), limited invites and bans. In a file, their end times are
    wall-clock micros."""

    policy: str = ""
    invites: tuple[LimitedInvite, ...] = ()
    bans: tuple[Ban, ...] = ()


def shifted(record: EntryRecord, by: int) -> EntryRecord:
    """`record` with all end times moved by `by` micros, to convert between circle time and wall-clock time.

    Invites and bans whose moved end times are below 0 have ended and are left out.
    """
    invites = (msgspec.structs.replace(each, until=_moved(each.until, by)) for each in record.invites)
    bans = (msgspec.structs.replace(each, until=_moved(each.until, by)) for each in record.bans)
    return EntryRecord(
        record.policy,
        tuple(each for each in invites if each.until is None or each.until >= 0),
        tuple(each for each in bans if each.until is None or each.until >= 0),
    )


def encode_record(record: EntryRecord) -> bytes:
    return msgspec.json.encode(record)


def decode_record(text: bytes) -> EntryRecord:
    """Decode a record. DrumCircleError if `text` is damaged."""
    try:
        return msgspec.json.decode(text, type=EntryRecord)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DrumCircleError(f"The file of invites and bans is damaged: {error}.") from error


def _moved(until: Micros | None, by: int) -> Micros | None:
    return None if until is None else Micros(until + by)
