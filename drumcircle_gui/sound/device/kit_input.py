"""Turns one drum kit's MIDI messages into strokes: by its note map, its hi-hat pedal, and choked cymbals. Pure."""

from drumcircle_gui.sound.messages import ChokePads, PadSetup, PlayNow
from drumcircle_gui.timing.units import Micros

from .kit_maps import HAT_CLOSED, HAT_EDGE_CLOSED, HAT_EDGE_OPEN, HAT_HALF, HAT_OPEN, HAT_SPLASH, KitMap
from .pad_filter import PadFilter

POSITION = 16
"""The controller (general purpose 1) with the position of the next stroke on its pad: 0 is the centre."""

ALL_SOUND_OFF, ALL_NOTES_OFF = 120, 123
PEDAL = 4
"""The controller (foot controller) with the position of the hi-hat pedal: 0 open to 127 closed."""

HALF_OPEN, CLOSED = 40, 112
"""Positions from which the pedal counts as half open and as closed."""

GRABBED = 64
"""Pressure from which a cymbal counts as grabbed. Kits send 127 when it is grabbed and 0 when it is released."""

CYMBALS = (49, 51, 52, 53, 55, 57, 59)
_CLOSED_BY_OPEN = {HAT_OPEN: HAT_CLOSED, HAT_EDGE_OPEN: HAT_EDGE_CLOSED}
EVERY_PAD = tuple(range(128))
_NO_TIME = Micros(0)
_RINGING_HATS = (HAT_OPEN, HAT_EDGE_OPEN, HAT_HALF, HAT_SPLASH)


class KitInput:
    """The state of one kit that matters for its next message."""

    def __init__(self, kit: KitMap, setup: PadSetup | None = None) -> None:
        self._kit, self.setup = kit, setup
        self._learned = setup.notes if setup else {}
        self._filter = PadFilter(setup or PadSetup(""))
        self.position: int | None = None
        """Position of the latest stroke on its pad, if the kit sends it."""

        self._pedal = 0
        self._sends_closed = False

    def strike(self, note: int, velocity: int, at: Micros = _NO_TIME) -> PlayNow | None:
        """The stroke of a note-on at the time `at`; None if it is not a stroke."""
        if not (played := self._filter.velocity(note, velocity, at)):
            return None
        pad = self._pad(note)
        self._sends_closed |= pad in _CLOSED_BY_OPEN.values()
        return PlayNow(self.pad(note), played)

    def pad(self, note: int) -> int:
        """The pad of `note` at the present position of the pedal."""
        return self._by_pedal(self._pad(note))

    def control(self, controller: int, value: int) -> ChokePads | None:
        """Handle a controller's new value. Closing the hi-hat silences it."""
        if controller == PEDAL:
            before, self._pedal = self._pedal, value
            return ChokePads(_RINGING_HATS) if before < CLOSED <= value else None
        if controller == POSITION:
            self.position = value
        return ChokePads(EVERY_PAD) if controller in (ALL_SOUND_OFF, ALL_NOTES_OFF) else None

    def press(self, note: int | None, value: int) -> ChokePads | None:
        """Handle aftertouch on `note` (polyphonic) or on the whole kit (None). Grabbing a cymbal silences it."""
        pads = CYMBALS if note is None else (self._pad(note),)
        return ChokePads(pads) if value >= GRABBED and set(pads) <= set(CYMBALS) else None

    def _pad(self, note: int) -> int:
        learned = self._learned.get(note)
        return self._kit.pad(note) if learned is None else learned

    def _by_pedal(self, pad: int) -> int:
        """The pad of an open hi-hat, half open or closed by the pedal. Some kits send one note for the whole hi-hat;
        for a kit that also sends closed notes, these have priority over the pedal's position."""
        closed = _CLOSED_BY_OPEN.get(pad)
        if closed is None or self._pedal < HALF_OPEN:
            return pad
        if self._pedal < CLOSED:
            return HAT_HALF
        return pad if self._sends_closed else closed
