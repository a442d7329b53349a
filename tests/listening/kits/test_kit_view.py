import pytest

from drumcircle_gui.listening.kits.kit_view import KitDialog
from drumcircle_gui.listening.kits.kit_words_view import sound_name
from drumcircle_gui.listening.kits.own_kit import BUILT_IN_SOUNDS, ChooseOwnKit, KitState, MixedPad, SaveMix
from drumcircle_gui.sound.messages import KitStatus
from drumcircle_gui.sound.synth.kit import PADS, patch
from tests.tools.accessibility import nameless, out_of_reach

LOADED = KitStatus("Attic", 3, 1.25, ("“a.wav” is missing.",))


@pytest.fixture
def view(qtbot):
    view = KitDialog()
    qtbot.addWidget(view)
    view.render(KitState(), None)
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_every_built_in_sound_has_a_name():
    assert all(sound_name(sound) != sound for sound in BUILT_IN_SOUNDS)


def test_the_kit_is_shown_with_what_is_wrong_with_it(view):
    assert (view.name.text(), view.problems.isVisible()) == ("Built-in sounds", False)
    view.render(KitState("/kits/attic"), None)
    assert (view.name.text(), view.says.text()) == ("attic", "The kit is being loaded.")
    view.render(KitState("/kits/attic"), LOADED)
    assert view.name.text() == "Attic"
    assert "1.2 MB" in view.says.text()
    assert view.problems.text() == "“a.wav” is missing."


def test_files_are_chosen_and_left(view, requests, tmp_path):
    (tmp_path / "a.sfz").write_text("")
    view.file.click()
    view._chooser.fileSelected.emit("/kits/a.sfz")
    view.folder.click()
    view._chooser.fileSelected.emit("/kits/attic")
    view.usual.click()
    assert requests == [ChooseOwnKit("/kits/a.sfz"), ChooseOwnKit("/kits/attic"), ChooseOwnKit(None)]


def test_a_mix_begins_with_the_usual_sounds(view, requests):
    row = view.mix[PADS[0].key]
    row.sound.setCurrentIndex(row.sound.findData("dundun"))
    row.tune.setValue(-3)
    view.save.click()
    view._chooser.fileSelected.emit("/kits/mine")
    first, *others = (MixedPad(pad.key, patch(pad.key).sound) for pad in PADS)
    assert requests == [SaveMix("/kits/mine", (MixedPad(first.pad, "dundun", -3), *others))]


def test_everything_has_a_name_and_is_reached_by_key(view):
    assert nameless(view) == []
    assert out_of_reach(view) == []
