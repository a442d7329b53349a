"""One drum kit's MIDI messages as strokes: its note map, its hi-hat pedal, and the choking of its cymbals. Pure."""

from drumcircle_gui.sound.messages import ChokePads, PlayNow

from .kit_maps import HAT_CLOSED, HAT_EDGE_CLOSED, HAT_EDGE_OPEN, HAT_HALF, HAT_OPEN, HAT_SPLASH, KitMap

PEDAL = 4
"""The controller (foot controller) that sends the hi-hat pedal's position: 0 open to 127 closed."""

HALF_OPEN, CLOSED = 40, 112
"""Positions from which the pedal counts as half open and as closed."""

GRABBED = 64
"""Pressure from which a cymbal counts as held. Kits send 127 when it is grabbed and 0 when it is released."""

CYMBALS = (49, 51, 52, 53, 55, 57, 59)
_CLOSED_BY_OPEN = {HAT_OPEN: HAT_CLOSED, HAT_EDGE_OPEN: HAT_EDGE_CLOSED}
_RINGING_HATS = (HAT_OPEN, HAT_EDGE_OPEN, HAT_HALF, HAT_SPLASH)


class KitInput:
    """What one kit sent so far, as far as it matters to the next message."""

    def __init__(self, kit: KitMap) -> None:
        self._kit = kit
        self._pedal = 0
        self._sends_closed = False

    def strike(self, note: int, velocity: int) -> PlayNow:
        """The stroke that a note-on means."""
        pad = self._kit.pad(note)
        self._sends_closed |= pad in _CLOSED_BY_OPEN.values()
        return PlayNow(self._by_pedal(pad), velocity)

    def control(self, controller: int, value: int) -> ChokePads | None:
        """Handle a controller's new value. Closing the hi-hat silences it."""
        if controller != PEDAL:
            return None
        before, self._pedal = self._pedal, value
        return ChokePads(_RINGING_HATS) if before < CLOSED <= value else None

    def press(self, note: int | None, value: int) -> ChokePads | None:
        """Handle aftertouch on `note` (polyphonic) or on the whole kit (None). Grabbing a cymbal silences it."""
        pads = CYMBALS if note is None else (self._kit.pad(note),)
        return ChokePads(pads) if value >= GRABBED and set(pads) <= set(CYMBALS) else None

    def _by_pedal(self, pad: int) -> int:
        """An open hi-hat becomes half open or closed with the pedal. Some kits send one note for the whole hi-hat; one
        that sends closed notes too knows better than its pedal's position when the hi-hat is closed."""
        closed = _CLOSED_BY_OPEN.get(pad)
        if closed is None or self._pedal < HALF_OPEN:
            return pad
        if self._pedal < CLOSED:
            return HAT_HALF
        return pad if self._sends_closed else closed
