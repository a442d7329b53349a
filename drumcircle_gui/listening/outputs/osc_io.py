"""Sends strokes and beats as OSC over UDP, each in a bundle with its time tag.

The package python-osc encodes the messages; nothing can be sent without it.
"""

import asyncio
import logging
from collections.abc import Callable
from itertools import count
from typing import Any

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.timing.units import SECOND, Micros, local_micros, wall_micros

from .osc_messages import OscMessage, OscSetup, osc_messages, parse_osc_target, struck_message, unix_seconds
from .upcoming import Upcoming

log = logging.getLogger(__name__)

MAX_WAITING = 4096
"""Maximum number of messages that wait for their moments; further ones are dropped."""

READINGS = 3

MISSING = DrumCircleError(
    "OSC needs the package python-osc, which is not installed.", "Install it, then start Drum Circle again."
)


class OscOutput(asyncio.DatagramProtocol):
    """A `CircleOutput` to a UDP port. Use on one event loop. `complain` gets the reason if nothing can be sent."""

    def __init__(self, setup: OscSetup, complain: Callable[[DrumCircleError], None] = lambda error: None) -> None:
        self._setup, self._complain = setup, complain
        self._transport: asyncio.DatagramTransport | None = None
        self._timers: dict[int, asyncio.TimerHandle] = {}
        self._numbers = count()

    @property
    def wanted(self) -> bool:
        """Whether the set-up names a target and something to send."""
        return bool(self._setup.target)

    async def open(self) -> None:
        """Resolve the target's host, and start sending."""
        try:
            import pythonosc  # noqa: F401

            target = parse_osc_target(self._setup.target)
            loop = asyncio.get_running_loop()
            self._transport, _ = await loop.create_datagram_endpoint(lambda: self, remote_addr=target)
        except ImportError:
            self._complain(MISSING)
        except DrumCircleError as error:
            self._complain(error)
        except OSError as error:
            what = f"OSC cannot be sent to {self._setup.target}: {error.strerror or error}."
            self._complain(DrumCircleError(what, "Check host and port."))
        else:
            log.info("OSC is sent to %s", self._setup.target)

    def close(self) -> None:
        """Stop sending. Idempotent."""
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()
        if self._transport is not None:
            self._transport.close()
            self._transport = None

    @property
    def is_open(self) -> bool:
        """Whether there is a socket to send from."""
        return self._transport is not None

    def follow(self, upcoming: Upcoming) -> None:
        """Send the events of the stretch, each at its moment less the lead."""
        if not self.is_open:
            return
        loop, now = asyncio.get_running_loop(), local_micros()
        for message in osc_messages(upcoming, self._setup)[: MAX_WAITING - len(self._timers)]:
            wait_s = (message.at - now) / SECOND - self._setup.lead_ms / 1000
            number = next(self._numbers)
            self._timers[number] = loop.call_later(max(wait_s, 0.0), self._leave, number, message)

    def strike(self, pad: int, velocity: int, at: Micros) -> None:
        """Send an own stroke at once."""
        if self._setup.strokes:
            self._send(struck_message(pad, velocity, at))

    def error_received(self, exc: Exception) -> None:
        """Ignore the error: no program listens there yet, but one may be started."""
        log.debug("OSC was refused: %s", exc)

    def _leave(self, number: int, message: OscMessage) -> None:
        del self._timers[number]
        self._send(message)

    def _send(self, message: OscMessage) -> None:
        if self._transport is not None:
            self._transport.sendto(encoded(message, unix_seconds(message.at, *both_clocks())))


def both_clocks() -> tuple[Micros, Micros]:
    """Read the local clock and the wall clock at one moment. Of a few readings, the one that took the
    shortest is used."""
    readings = [(local_micros(), wall_micros(), local_micros()) for _ in range(READINGS)]
    before, wall, after = min(readings, key=lambda reading: reading[2] - reading[0])
    return Micros((before + after) // 2), wall


def encoded(message: OscMessage, unix: float) -> bytes:
    """Encode a bundle with the message; `unix`: the wall-clock time of its time tag, in seconds since 1970."""
    from pythonosc.osc_bundle_builder import OscBundleBuilder
    from pythonosc.osc_message_builder import OscMessageBuilder

    tag: Any = unix  # parts of seconds too, whatever the annotation says
    bundle, content = OscBundleBuilder(tag), OscMessageBuilder(message.address)
    for argument in message.arguments:
        content.add_arg(argument)
    bundle.add_content(content.build())
    dgram: bytes = bundle.build().dgram
    return dgram
