import pytest

from drumcircle_gui.listening.kits.kit_view import KitDialog
from drumcircle_gui.listening.kits.kit_words_view import sound_name
from drumcircle_gui.listening.kits.own_kit import BUILT_IN_SOUNDS, ChooseOwnKit, KitState, MixedPad, SaveMix
from drumcircle_gui.sound.messages import KitStatus
from drumcircle_gui.sound.synth.kit import PADS, patch
from tests.tools.accessibility import nameless, out_of_reach

LOADED = KitStatus("Attic", 3, 1.25, ("“a.wav” is missing.",))


@pytest.fixture
def dialog(qtbot):
    dialog = KitDialog()
    qtbot.addWidget(dialog)
    dialog.render(KitState(), None)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


@pytest.fixture
def requests(dialog):
    requested = []
    dialog.requested.connect(requested.append)
    return requested


def test_every_built_in_sound_has_a_name():
    assert all(sound_name(sound) != sound for sound in BUILT_IN_SOUNDS)


def test_the_kit_is_shown_with_what_is_wrong_with_it(dialog):
    assert (dialog.name.text(), dialog.problems.isVisible()) == ("Built-in sounds", False)
    dialog.render(KitState("/kits/attic"), None)
    assert (dialog.name.text(), dialog.says.text()) == ("attic", "The kit is being loaded.")
    dialog.render(KitState("/kits/attic"), LOADED)
    assert dialog.name.text() == "Attic"
    assert "1.2 MB" in dialog.says.text()
    assert dialog.problems.text() == "“a.wav” is missing."


def test_files_are_chosen_and_left(dialog, requests, tmp_path):
    (tmp_path / "a.sfz").write_text("")
    dialog.file.click()
    dialog._chooser.fileSelected.emit("/kits/a.sfz")
    dialog.folder.click()
    dialog._chooser.fileSelected.emit("/kits/attic")
    dialog.usual.click()
    assert requests == [ChooseOwnKit("/kits/a.sfz"), ChooseOwnKit("/kits/attic"), ChooseOwnKit(None)]


def test_a_mix_begins_with_the_usual_sounds(dialog, requests):
    row = dialog.mix[PADS[0].key]
    row.sound.setCurrentIndex(row.sound.findData("dundun"))
    row.tune.setValue(-3)
    dialog.save.click()
    dialog._chooser.fileSelected.emit("/kits/mine")
    first, *others = (MixedPad(pad.key, patch(pad.key).sound) for pad in PADS)
    assert requests == [SaveMix("/kits/mine", (MixedPad(first.pad, "dundun", -3), *others))]


def test_everything_has_a_name_and_is_reached_by_key(dialog):
    assert nameless(dialog) == []
    assert out_of_reach(dialog) == []
