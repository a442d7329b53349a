"""Formats times for people. Pure."""

from drumcircle_gui.timing.units import SECOND, Micros

NO_VALUE = "\u2013"


def format_duration(span: Micros | None) -> str:
    """A duration as minutes and seconds: 3:05, 1:02:09. NO_VALUE for None."""
    if span is None:
        return NO_VALUE
    minutes, seconds = divmod(max(span, 0) // SECOND, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def format_ms(value: Micros | None, digits: int = 0, *, signed: bool = False) -> str:
    """Milliseconds without the unit, with a minus sign (U+2212). Zero has no sign. NO_VALUE for None."""
    if value is None:
        return NO_VALUE
    text = f"{value / 1000:+,.{digits}f}" if signed else f"{value / 1000:,.{digits}f}"
    bare = text.lstrip("+-")
    return bare if float(bare.replace(",", "")) == 0 else text.replace("-", "\u2212")
