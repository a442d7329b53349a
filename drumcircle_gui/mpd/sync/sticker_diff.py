"""Computes the requests that give a room the lead room's stickers of one object. Pure."""

from collections.abc import Collection, Mapping

from drumcircle_gui.mpd.protocol.reply_format import values_of
from drumcircle_gui.mpd.protocol.syntax import request


def parse_stickers(body: bytes) -> dict[bytes, bytes]:
    """Names and values in a reply to `sticker list`. A name has no "=", a value may."""
    pairs = (line.partition(b"=") for line in values_of(body, b"sticker"))
    return {name: value for name, _, value in pairs}


def parse_found(body: bytes) -> dict[bytes, bytes]:
    """Values by file in a reply to `sticker find` with one name."""
    values = (value.partition(b"=")[2] for value in values_of(body, b"sticker"))
    return dict(zip(values_of(body, b"file"), values, strict=False))


def sticker_requests(
    kind: bytes, uri: bytes, names: Collection[bytes], has: Mapping[bytes, bytes], wanted: Mapping[bytes, bytes]
) -> list[bytes]:
    """The requests that change the stickers `names` of the object `uri` of type `kind` from `has` to `wanted`; other
    stickers stay."""
    return [
        request("sticker", "set", kind, uri, name, wanted[name])
        if name in wanted
        else request("sticker", "delete", kind, uri, name)
        for name in names
        if has.get(name) != wanted.get(name)
    ]
