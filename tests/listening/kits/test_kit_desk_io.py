from drumcircle_gui.listening.kits.kit_desk_io import KitDesk
from drumcircle_gui.listening.kits.own_kit import ChooseOwnKit, KitState, MixedPad, SaveMix
from drumcircle_gui.sound.kits.kit_toml import read_kit


def desk_of():
    chosen, states = [], []
    return KitDesk(None, chosen.append, states.append), chosen, states


def test_a_kit_is_chosen_and_left():
    desk, chosen, states = desk_of()
    desk.handle(ChooseOwnKit("/kits/attic"))
    desk.handle(ChooseOwnKit(None))
    assert chosen == ["/kits/attic", None]
    assert states == [KitState("/kits/attic"), KitState(None)]


def test_a_mix_is_written_with_what_is_not_as_usual_and_chosen(tmp_path):
    desk, chosen, _ = desk_of()
    folder = tmp_path / "My kit"
    desk.handle(SaveMix(str(folder), (MixedPad(36, "kick"), MixedPad(38, "djembe_slap", 3), MixedPad(42, "shaker"))))
    plan = read_kit((folder / "kit.toml").read_text())
    assert (plan.name, chosen) == ("My kit", [str(folder)])
    assert [(sound.keys, sound.like, sound.choke) for sound in plan.sounds] == [
        ((38,), "djembe_slap", 0),
        ((42,), "shaker", 1),
    ]


def test_a_mix_that_cannot_be_written_changes_nothing(tmp_path):
    desk, chosen, states = desk_of()
    (tmp_path / "file").write_text("")
    desk.handle(SaveMix(str(tmp_path / "file" / "kit"), ()))
    assert chosen == []
    assert "cannot be saved" in states[-1].problem
