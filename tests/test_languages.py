"""Which language is used."""

import pytest

from drumcircle_gui.languages import language_of


@pytest.mark.parametrize(
    ("choice", "system", "language"),
    [
        ("", ("de-AT", "en-US"), "de"),
        ("", ("fr-FR", "de-DE"), "de"),
        ("", ("fr-FR",), "en"),
        ("", ("pt-PT",), "pt_BR"),
        ("", ("zh-CN",), "zh_CN"),
        ("de", ("en-US",), "de"),
        ("en", ("de-DE",), "en"),
        ("nonsense", ("de-DE",), "en"),
    ],
)
def test_the_chosen_language_comes_first_then_those_of_the_system(choice, system, language):
    assert language_of(choice, system) == language
