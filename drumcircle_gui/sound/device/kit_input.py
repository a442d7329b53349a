"""One drum kit's MIDI messages as strokes: its note map, its hi-hat pedal, and the choking of its cymbals. Pure."""

from drumcircle_gui.sound.messages import ChokePads, PadSetup, PlayNow
from drumcircle_gui.timing.units import Micros

from .kit_maps import HAT_CLOSED, HAT_EDGE_CLOSED, HAT_EDGE_OPEN, HAT_HALF, HAT_OPEN, HAT_SPLASH, KitMap
from .pad_filter import PadFilter

POSITION = 16
"""The controller (general purpose 1) that sends where the next stroke hits its pad: 0 the centre."""

ALL_SOUND_OFF, ALL_NOTES_OFF = 120, 123
PEDAL = 4
"""The controller (foot controller) that sends the hi-hat pedal's position: 0 open to 127 closed."""

HALF_OPEN, CLOSED = 40, 112
"""Positions from which the pedal counts as half open and as closed."""

GRABBED = 64
"""Pressure from which a cymbal counts as held. Kits send 127 when it is grabbed and 0 when it is released."""

CYMBALS = (49, 51, 52, 53, 55, 57, 59)
_CLOSED_BY_OPEN = {HAT_OPEN: HAT_CLOSED, HAT_EDGE_OPEN: HAT_EDGE_CLOSED}
EVERY_PAD = tuple(range(128))
_NO_TIME = Micros(0)
_RINGING_HATS = (HAT_OPEN, HAT_EDGE_OPEN, HAT_HALF, HAT_SPLASH)


class KitInput:
    """What one kit sent so far, as far as it matters to the next message."""

    def __init__(self, kit: KitMap, setup: PadSetup | None = None) -> None:
        self._kit, self.setup = kit, setup
        self._learned = setup.notes if setup else {}
        self._filter = PadFilter(setup or PadSetup(""))
        self.position: int | None = None
        """Where the latest stroke hit its pad, if the kit says so."""

        self._pedal = 0
        self._sends_closed = False

    def strike(self, note: int, velocity: int, at: Micros = _NO_TIME) -> PlayNow | None:
        """The stroke that a note-on at the time `at` means; None if it is none."""
        if not (played := self._filter.velocity(note, velocity, at)):
            return None
        pad = self._pad(note)
        self._sends_closed |= pad in _CLOSED_BY_OPEN.values()
        return PlayNow(self.pad(note), played)

    def pad(self, note: int) -> int:
        """The pad that `note` means with the pedal where it is."""
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
        """An open hi-hat becomes half open or closed with the pedal. Some kits send one note for the whole hi-hat; one
        that sends closed notes too knows better than its pedal's position when the hi-hat is closed."""
        closed = _CLOSED_BY_OPEN.get(pad)
        if closed is None or self._pedal < HALF_OPEN:
            return pad
        if self._pedal < CLOSED:
            return HAT_HALF
        return pad if self._sends_closed else closed
