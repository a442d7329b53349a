"""Messages about the controls of MIDI controllers: faders, knobs and buttons that set something instead of playing."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from drumcircle_gui.timing.units import Micros

from .message_fields import PipeMessage


class ControlKey(msgspec.Struct, frozen=True, array_like=True):
    """A control of the MIDI input `port`: a controller (`cc`) or note of this `number`, or the pitch bend (`bend`,
    number 0), on `channel`, counted from 0."""

    port: str
    kind: Literal["cc", "note", "bend"]
    channel: Annotated[int, Meta(ge=0, le=15)]
    number: Annotated[int, Meta(ge=0, le=127)]


class SetControls(PipeMessage, frozen=True):
    """Report the movements of these controls; their notes do not play pads. With `learn`, report those of
    all controls."""

    keys: tuple[ControlKey, ...] = ()
    learn: bool = False


class ControlMoved(PipeMessage, frozen=True):
    """The control was moved at the time `at`, to `value` (0 to 1; for a note its velocity, 0 for its end)."""

    at: Micros
    key: ControlKey
    value: float
