"""Listed circles as text."""

import msgspec

from drumcircle_gui.directory.listing_text import cleaned, listing_lines
from tests.directory.test_nearby import LISTING


def test_a_hubs_texts_do_not_act_in_a_terminal() -> None:
    sent = msgspec.structs.replace(LISTING, name="Oak\n\u202e", about="a\nb\x1b[2J")
    [line] = listing_lines([cleaned(sent)])
    assert line.isprintable() and line.startswith("Oak ") and line.endswith("a b[2J")
