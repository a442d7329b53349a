import typing

from drumcircle_gui.sound import messages


def test_every_command_and_event_is_known_by_its_own_name():
    kinds = [*typing.get_args(messages.EngineCommand), *typing.get_args(messages.EngineEvent)]
    tags = [kind.__struct_config__.tag for kind in kinds]
    assert tags == [kind.__name__ for kind in kinds]
    assert len(set(tags)) == len(tags)


def test_no_player_can_be_mistaken_for_the_guide_or_oneself():
    assert messages.GUIDE_CHANNEL <= 0
    assert messages.OWN_CHANNEL <= 0
    assert messages.GUIDE_CHANNEL != messages.OWN_CHANNEL
