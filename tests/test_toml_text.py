"""TOML that may come from anybody."""

import pytest

from drumcircle_gui.toml_text import parse_toml


def test_tables_are_read() -> None:
    assert parse_toml('a = 1\n[b]\nc = "x"\n') == {"a": 1, "b": {"c": "x"}}


def test_dots_in_strings_and_comments_are_no_depth() -> None:
    dots = "." * 500
    assert parse_toml(f'a = \'{dots}\' # {dots}\nb = "\\"{dots}"\n') == {"a": dots, "b": f'"{dots}'}


@pytest.mark.parametrize(
    "text",
    [
        "a = ",
        "a = " + "[" * 30_000,
        "a = " + "{b = " * 30_000,
        "a = 1" + "0" * 5_000,
        "a." * 30_000 + "b = 1",
        "x = {" + "'a' . " * 30_000 + "b = 1}",
        "[" + "a." * 30_000 + "b]",
        'a = "' + '\\"' * 500_000,
        "a = '" + '\\"' * 500_000,
    ],
)
def test_anything_else_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match="it is n"):
        parse_toml(text)
