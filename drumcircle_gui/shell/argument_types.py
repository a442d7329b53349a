"""The types of options: each function parses a text, or raises ArgumentTypeError with a text for users.

The parsers of invites, names and addresses are imported when one is used, because `--help` needs none of them.
"""

import argparse
import math
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.timing.units import Tempo, tempo_of_bpm

if TYPE_CHECKING:
    from drumcircle_gui.directory.hub_address import HubAddress
    from drumcircle_gui.protocol.invite import Invite

MAX_SECONDS = 10 * 365 * 86_400.0
MAX_LIMIT = 1_000_000_000

N = TypeVar("N", int, float)


def invite_text(text: str) -> "Invite":
    """Parse a text that contains an invite."""
    from drumcircle_gui.protocol.invite import Invite, InviteError

    try:
        return Invite.parse(text)
    except InviteError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def hub_address(text: str) -> "HubAddress":
    """Parse a hub's address or link."""
    from drumcircle_gui.directory.hub_address import HubAddress

    try:
        return HubAddress.parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def target(text: str) -> "Invite | Path":
    """Parse an invite, a file, or a file's URL, as desktops pass them."""
    from urllib.parse import urlsplit

    from drumcircle_gui.protocol.invite_search import SCHEME

    scheme = urlsplit(text).scheme
    if scheme == SCHEME:
        return invite_text(text)
    if scheme == "file":
        from urllib.request import url2pathname

        return Path(url2pathname(urlsplit(text).path))
    return Path(text)


def circle_name(text: str) -> str:
    """Parse a name that can be shown."""
    from drumcircle_gui.protocol.sanitize import checked_name

    try:
        return checked_name(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def about_line(text: str) -> str:
    """Parse a line for a list of circles."""
    from drumcircle_gui.protocol.fields import MAX_SHORT_LENGTH

    line = " ".join(plain_text(text).split())
    if len(line) > MAX_SHORT_LENGTH:
        raise argparse.ArgumentTypeError(f"it has more than {MAX_SHORT_LENGTH} characters")
    return line


def listen_address(text: str) -> str:
    """Parse HOST:PORT to listen on; port 0 is any free one."""
    from drumcircle_gui.mpd.config.addresses import parse_address

    try:
        parse_address(text, least=0)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return text


def tempo(text: str) -> Tempo:
    """Parse beats per minute."""
    bpm = _number(float, text)
    if bpm is None or not math.isfinite(bpm):
        raise argparse.ArgumentTypeError("must be a number of beats per minute between 30 and 400")
    try:
        return tempo_of_bpm(bpm)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def plain_text(text: str) -> str:
    """Accept text that is valid UTF-8."""
    if any("\ud800" <= char <= "\udfff" for char in text):  # what Python makes of bytes that are no UTF-8
        raise argparse.ArgumentTypeError("has characters that are not UTF-8: type it again")
    return text


def seconds(text: str) -> float:
    """Parse a duration in seconds, more than 0."""
    value = _number(float, text)
    if value is None or not 0 < value <= MAX_SECONDS:
        raise argparse.ArgumentTypeError("must be a number of seconds, more than 0")
    return value


def rate(text: str) -> float:
    """Parse a number of strokes a second."""
    per_s = _number(float, text)
    if per_s is None or not 0 < per_s <= 100:
        raise argparse.ArgumentTypeError("a rate is more than 0 and at most 100 strokes a second")
    return per_s


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """A function that parses a whole number in a range."""

    def number_within(text: str) -> int:
        value = _number(int, text)
        if value is None or not least <= value <= most:
            raise argparse.ArgumentTypeError(f"must be a whole number between {least} and {most}")
        return value

    return number_within


def hub_limit(text: str) -> tuple[str, int]:
    """Parse NAME=N, one of a hub's limits."""
    from dataclasses import fields

    from drumcircle_gui.hub.limits import HubLimits

    names = [field.name for field in fields(HubLimits)]
    name, _, number = text.partition("=")
    value = _number(int, number)
    if name not in names or value is None or not 0 <= value <= MAX_LIMIT:
        raise argparse.ArgumentTypeError(f"must be NAME=N, with one of the names {', '.join(names)}")
    return name, value


def _number(kind: Callable[[str], N], text: str) -> N | None:
    """`text` as a number of that type; None if it is not one."""
    try:
        return kind(text)
    except ValueError:
        return None


def osc_target(text: str) -> str:
    """Parse HOST:PORT."""
    from drumcircle_gui.listening.outputs.osc_messages import parse_osc_target

    try:
        parse_osc_target(text)
    except DrumCircleError as error:
        raise argparse.ArgumentTypeError(error.todo) from error
    return text


def add_devices(command: argparse.ArgumentParser) -> None:
    """Add the options for the devices that a player uses."""
    about = "MIDI input, or part of its name (default: all)"
    command.add_argument("--midi-in", type=plain_text, metavar="PORT", help=about)
    about = "also send the strokes to this MIDI output, or part of its name; none: do not (default: as in the window)"
    command.add_argument("--midi-out", type=plain_text, metavar="PORT", help=about)
    command.add_argument("--midi-clock", action="store_true", help="send MIDI clock there, too")
    about = "audio device, or part of its name; none: silent"
    command.add_argument("--audio", type=plain_text, metavar="DEVICE", help=about)
    about = "play a real drum through this audio input, or part of its name (default: as in the window)"
    command.add_argument("--microphone", type=plain_text, metavar="NAME[:CHANNEL]", help=about)
    about = "send strokes and beats there as OSC over UDP (default: as in the settings)"
    command.add_argument("--osc", type=osc_target, metavar="HOST:PORT", help=about)
