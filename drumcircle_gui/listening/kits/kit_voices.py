"""Matches kits between members: publishes the sounds of this member's pads, and applies the others' published ones.
Pure."""

from collections.abc import Callable, Iterable

from drumcircle_gui.protocol.kit_messages import MAX_PAD_SOUNDS, PadSound
from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.sound.messages import OWN_CHANNEL, KitStatus, PlayAs

from .own_kit import BUILT_IN_SOUNDS


class KitVoices:
    """`play_as` gets the sounds for the strokes of a channel, `publish` the built-in sounds that stand for this
    member's kit."""

    def __init__(self, play_as: Callable[[PlayAs], None], publish: Callable[[tuple[PadSound, ...]], None]) -> None:
        self._play_as, self._publish = play_as, publish
        self._voices: dict[int, PlayAs] = {}
        self._published: tuple[int, tuple[PadSound, ...]] | None = None
        self._set(PlayAs(OWN_CHANNEL, own=True))

    def follow(self, members: Iterable[Member], me: int) -> None:
        """Use the published sounds for the members' strokes, and the own kit for those of `me`."""
        wanted = {member.id: PlayAs(member.id, sounds=_map(member.sounds)) for member in members if member.id != me}
        if me:
            wanted[me] = PlayAs(me, own=True)
        for channel in self._voices.keys() - wanted.keys() - {OWN_CHANNEL}:
            del self._voices[channel]
        for voices in wanted.values():
            self._set(voices)

    def tell(self, entry: int, me: Member | None, kit: KitStatus | None) -> None:
        """Publish the built-in sounds that stand for the pads of `kit`, once after each joining and after changes.
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
    """The built-in sound that stands for each pad of `kit`."""
    known = sorted((pad, name) for pad, name in (kit.like if kit else {}).items() if name in BUILT_IN_SOUNDS)
    return tuple(PadSound(pad, name) for pad, name in known[:MAX_PAD_SOUNDS])


def _map(sounds: Iterable[PadSound]) -> dict[int, str]:
    return {each.pad: each.sound for each in sounds}
