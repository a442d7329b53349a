"""Times as people read them. Pure."""

from drumcircle_gui.timing.units import SECOND, Micros

NO_VALUE = "\u2013"


def format_duration(span: Micros | None) -> str:
    """A span of time as on a player: 3:05, 1:02:09."""
    if span is None:
        return NO_VALUE
    minutes, seconds = divmod(max(span, 0) // SECOND, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def format_ms(value: Micros | None, digits: int = 0, *, signed: bool = False) -> str:
    """A figure in milliseconds without its unit, with a true minus sign; zero has no sign."""
    if value is None:
        return NO_VALUE
    text = f"{value / 1000:+,.{digits}f}" if signed else f"{value / 1000:,.{digits}f}"
    bare = text.lstrip("+-")
    return bare if float(bare.replace(",", "")) == 0 else text.replace("-", "\u2212")
