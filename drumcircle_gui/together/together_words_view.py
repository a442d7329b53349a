"""Texts for figures of timing."""

from PySide6.QtCore import QCoreApplication

from .spread import Spread

_tr = QCoreApplication.translate

ON_TIME_MS = 2
"""A mean below this is called right on the beat."""


def spread_words(spread: Spread | None) -> str:
    """A text such as “8 ms late, give or take 12 ms”; "" without strokes."""
    if spread is None:
        return ""
    around = round(spread.deviation / 1000)
    return _tr("Together", "{mean}, give or take {ms} ms").format(mean=mean_words(spread), ms=around)


def around_words(spread: Spread | None) -> str:
    """The variation of strokes, such as “±14 ms”; "" without strokes."""
    return "" if spread is None else _tr("Together", "±{ms} ms").format(ms=round(spread.deviation / 1000))


def mean_words(spread: Spread) -> str:
    late = round(spread.late / 1000)
    if abs(late) <= ON_TIME_MS:
        return _tr("Together", "on the beat")
    words = _tr("Together", "{ms} ms late") if late > 0 else _tr("Together", "{ms} ms early")
    return words.format(ms=abs(late))


def group_words(spread: Spread | None) -> tuple[str, str]:
    """A text about how tightly all play, and a shorter one."""
    if spread is None:
        return _tr("Together", "Play a cycle to see how tight you are"), _tr("Together", "Together: \u2013")
    texts = _tr("Together", "Last cycle: together within {ms} ms"), _tr("Together", "Within {ms} ms")
    long, short = (text.format(ms=round(spread.deviation / 1000)) for text in texts)
    return long, short
