"""The offer to take over the tempo that another program has set in an Ableton Link session."""

from PySide6.QtCore import QCoreApplication

from drumcircle_gui.widgets.notice import Notice

LINK_TEMPO = "link tempo"


def link_offer(bpm: float) -> tuple[Notice, ...]:
    """The notice about `bpm`; none for 0."""
    if not bpm:
        return ()
    tr = QCoreApplication.translate
    what = tr("LinkOffer", "Ableton Link: another program has set {bpm} bpm.").replace("{bpm}", f"{bpm:g}")
    advice = tr("LinkOffer", "The circle keeps its tempo unless you take this one over.")
    return (Notice(LINK_TEMPO, what, advice, "plain", tr("LinkOffer", "Use {bpm} bpm").replace("{bpm}", f"{bpm:g}")),)
