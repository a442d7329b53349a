"""One member of the roster, as it is shown. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One member. Times are in microseconds, None while not known.

    `round_trip`: to the server and back. `bound`: hard bound of the clock error. `margin`: the arrival margin, how long
    before they are due the member's strokes reach everybody (negative: late). `late`: strokes that reached the member
    late. `timing`: how late the member plays on average (negative: early), and the deviation about that. `kind`: the
    kind of drum, `part`: that and the level. `tight`: the margin is too small to be safe. `gone`: the member has left,
    and the row is still shown.
    """

    id: int
    name: str
    colour: int
    round_trip: int | None = None
    bound: int | None = None
    margin: int | None = None
    late: int = 0
    timing: tuple[int, int] | None = None
    tight: bool = False
    muted: bool = False
    connected: bool = True
    conductor: bool = False
    me: bool = False
    part: str = ""
    kind: str = ""
    spotlight: bool = False
    gone: bool = False
