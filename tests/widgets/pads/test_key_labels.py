from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.widgets.pads.key_labels import LAYOUTS, PLACES, KeyLabels

PLACE = st.sampled_from("".join(PLACES[1:]))
LANGUAGE = st.sampled_from(sorted(LAYOUTS))


def test_each_layout_labels_each_place_once():
    assert {name: list(map(len, rows)) for name, rows in LAYOUTS.items()} == {name: [10, 10, 10] for name in LAYOUTS}
    assert all(len(set("".join(rows))) == 30 for rows in LAYOUTS.values())


def test_the_language_says_which_layout_is_usual():
    assert [KeyLabels(language).label("Z") for language in ("en", "de", "fr", "ru", "zh", "")] == list("ZYWZZZ")
    assert KeyLabels("fr").label("1") == "1" and KeyLabels("en").label("[") == "["


def test_one_key_that_writes_something_else_tells_the_layout():
    labels = KeyLabels("en")
    assert labels.learn("Z", "Y") and [labels.label(place) for place in "YZ;/"] == list("ZYÖ-")
    assert labels.learn("Q", "A") is True and labels.label("Q") == "A"


@given(LANGUAGE, LANGUAGE, st.lists(PLACE, max_size=12))
def test_a_key_always_shows_what_it_has_written(language, real, pressed):
    labels, layout = KeyLabels(language), KeyLabels(real)
    for place in pressed:
        labels.learn(place, layout.label(place))
    assert all(labels.label(place) == layout.label(place) for place in pressed)


@given(LANGUAGE, LANGUAGE)
def test_when_all_keys_were_pressed_all_labels_are_right_and_stay(language, real):
    labels, layout = KeyLabels(language), KeyLabels(real)
    for _ in range(2):
        changed = [labels.learn(place, layout.label(place)) for place in "".join(PLACES[1:])]
    assert not any(changed)


def test_other_scripts_digits_and_nothing_are_not_learned():
    labels = KeyLabels("en")
    assert not any(
        (labels.learn("Q", "Й"), labels.learn("W", "ץ"), labels.learn("1", "&"), labels.learn("Q", ""))
    ) and not labels.learn("Q", "Q")
    assert labels.label("Q") == "Q"
