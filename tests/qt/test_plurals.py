import pytest
from PySide6.QtCore import QObject


@pytest.mark.parametrize(
    ("source", "count", "shown"),
    [
        ("%n song(s)", 0, "0 songs"),
        ("%n song(s)", 1, "1 song"),
        ("%n song(s)", 2, "2 songs"),
        ("%n match(es)", 1, "1 match"),
        ("%n match(es)", 7, "7 matches"),
        ("%n more", 3, "3 more"),
    ],
)
def test_texts_with_a_number_have_plural_forms(qapp, source, count, shown):
    assert QObject().tr(source, "", count) == shown


def test_texts_without_a_number_stay(qapp):
    assert QObject().tr("file(s)") == "file(s)"
