"""What the members' pads sound like: this member's own kit for the others, and theirs here. Pure."""

from collections.abc import Callable, Iterable

from drumcircle_gui.protocol.kit_messages import MAX_PAD_SOUNDS, PadSound
from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.sound.messages import OWN_CHANNEL, KitStatus, PlayAs

from .own_kit import BUILT_IN_SOUNDS


class KitVoices:
    """`play_as` gets how the strokes of a channel sound, `publish` what the others are to hear for this member's."""

    def __init__(self, play_as: Callable[[PlayAs], None], publish: Callable[[tuple[PadSound, ...]], None]) -> None:
        self._play_as, self._publish = play_as, publish
        self._voices: dict[int, PlayAs] = {}
        self._published: tuple[int, tuple[PadSound, ...]] | None = None
        self._set(PlayAs(OWN_CHANNEL, own=True))

    def follow(self, members: Iterable[Member], me: int) -> None:
        """Sound the members' strokes as they have published, and those of `me` with the own kit."""
        wanted = {member.id: PlayAs(member.id, sounds=_map(member.sounds)) for member in members if member.id != me}
        if me:
            wanted[me] = PlayAs(me, own=True)
        for channel in self._voices.keys() - wanted.keys() - {OWN_CHANNEL}:
            del self._voices[channel]
        for voices in wanted.values():
            self._set(voices)

    def tell(self, entry: int, me: Member | None, kit: KitStatus | None) -> None:
        """Publish what the pads of the `kit` are like, once in each entry to the circle and whenever that changes.
        `me`: None while this member is not in the circle."""
        sounds = published_sounds(kit)
        if me is None or self._published == (entry, sounds):
            return
        self._published = entry, sounds
        if me.sounds != sounds:
            self._publish(sounds)

    def _set(self, voices: PlayAs) -> None:
        usual = PlayAs(voices.channel)
        if self._voices.get(voices.channel, usual) != voices:
            self._play_as(voices)
        self._voices[voices.channel] = voices


def published_sounds(kit: KitStatus | None) -> tuple[PadSound, ...]:
    """The built-in sounds that the pads of `kit` are like."""
    known = sorted((pad, name) for pad, name in (kit.like if kit else {}).items() if name in BUILT_IN_SOUNDS)
    return tuple(PadSound(pad, name) for pad, name in known[:MAX_PAD_SOUNDS])


def _map(sounds: Iterable[PadSound]) -> dict[int, str]:
    return {each.pad: each.sound for each in sounds}
