from drumcircle_gui.listening.kits.kit_voices import KitVoices, published_sounds
from drumcircle_gui.protocol.kit_messages import MAX_PAD_SOUNDS, PadSound
from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.sound.messages import OWN_CHANNEL, KitStatus, PlayAs

FERN, REED = Member(2, "Fern", "player", 1), Member(3, "Reed", "player", 2, sounds=(PadSound(36, "dundun"),))
KIT = KitStatus("Attic", 2, 1.0, (), {38: "djembe_slap", 36: "dundun", 40: "no such sound"})
SOUNDS = (PadSound(36, "dundun"), PadSound(38, "djembe_slap"))


def voices():
    played, published = [], []
    return KitVoices(played.append, published.append), played, published


def test_own_strokes_sound_with_the_own_kit_and_others_as_they_have_published():
    kit, played, _ = voices()
    kit.follow((FERN, REED), me=2)
    assert played == [PlayAs(OWN_CHANNEL, own=True), PlayAs(3, sounds={36: "dundun"}), PlayAs(2, own=True)]
    kit.follow((FERN, REED), me=2)
    assert len(played) == 3


def test_a_member_who_publishes_nothing_more_sounds_as_usual():
    kit, played, _ = voices()
    kit.follow((FERN, REED), me=2)
    kit.follow((FERN, Member(3, "Reed", "player", 2)), me=2)
    assert played[-1] == PlayAs(3)


def test_a_kit_is_published_once_in_each_entry_and_when_it_changes():
    kit, _, published = voices()
    kit.tell(1, None, KIT)
    kit.tell(1, FERN, KIT)
    kit.tell(1, FERN, KIT)
    assert published == [SOUNDS]
    kit.tell(2, FERN, KIT)
    kit.tell(2, Member(2, "Fern", "player", 1, sounds=SOUNDS), None)
    assert published == [SOUNDS, SOUNDS, ()]


def test_nothing_is_published_for_the_built_in_sounds():
    kit, _, published = voices()
    kit.tell(1, FERN, None)
    assert published == []


def test_only_built_in_names_are_published_and_not_too_many():
    many = KitStatus("All", 1, 1.0, (), dict.fromkeys(range(128), "kick"))
    assert len(published_sounds(many)) == MAX_PAD_SOUNDS
    assert published_sounds(KIT) == SOUNDS
