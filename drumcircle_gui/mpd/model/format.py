"""Times as people read them. Pure."""

from drumcircle_gui.timing.units import SECOND, Micros

NONE = "\u2013"


def clock(span: Micros | None) -> str:
    """A span of time as on a player: 3:05, 1:02:09."""
    if span is None:
        return NONE
    minutes, seconds = divmod(max(span, 0) // SECOND, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def ms(value: Micros | None, digits: int = 0, *, signed: bool = False) -> str:
    """A figure in milliseconds without its unit, with a true minus sign; zero has no sign."""
    if value is None:
        return NONE
    text = f"{value / 1000:+,.{digits}f}" if signed else f"{value / 1000:,.{digits}f}"
    bare = text.lstrip("+-")
    return bare if float(bare.replace(",", "")) == 0 else text.replace("-", "\u2212")
