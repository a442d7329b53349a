"""The record of a circle that a hub stores beside the recovery log. Pure."""

import msgspec

from drumcircle_gui.protocol.directory import CircleListing
from drumcircle_gui.protocol.fields import Key, Name, Short, Time, Word
from drumcircle_gui.server.entry.access import InviteKeys
from drumcircle_gui.timing.timeline import Meter, Segment
from drumcircle_gui.timing.units import Micros, Tempo


class CircleRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A circle of the hub. `created` and `ended`: wall-clock times in micros; `ended` is None while it runs."""

    id: Key
    name: Name
    about: Short
    entry: Word
    listed: bool
    player_key: Key
    conductor_key: Key
    tempo: Tempo
    meter: Meter
    created: Time
    creator: str = ""
    ended: Time | None = None

    @property
    def keys(self) -> InviteKeys:
        return InviteKeys(self.player_key, self.conductor_key)

    def with_keys(self, keys: InviteKeys) -> "CircleRecord":
        return msgspec.structs.replace(self, player_key=keys.player, conductor_key=keys.conductor)

    def listing(self, latest: Segment, players: int) -> CircleListing:
        """The circle's row in the directory, without its age. `latest`: the timeline's latest segment."""
        return CircleListing(
            self.id,
            self.name,
            self.about,
            latest.tempo,
            latest.meter,
            latest.running,
            players,
            self.entry,
            Micros(0),
            circle=self.id,
            key=self.player_key if self.entry == "open" else "",
        )


def encode_circle(record: CircleRecord) -> bytes:
    """`record` as JSON, which people can read."""
    return msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"


def decode_circle(text: bytes) -> CircleRecord:
    """The record in `text`; ValueError if it is damaged."""
    try:
        return msgspec.json.decode(text, type=CircleRecord)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(str(error)) from error
