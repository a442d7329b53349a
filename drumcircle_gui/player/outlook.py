"""Determines who hears the player's strokes at present, and what the player hears. Pure."""

import enum

from drumcircle_gui.client.circle_state import CircleSnapshot, LinkState
from drumcircle_gui.listening.player_state import PlayerState
from drumcircle_gui.modes.mode_now import mode_now
from drumcircle_gui.timing.timeline import Segment
from drumcircle_gui.timing.units import Beats


class Outlook(enum.Enum):
    """Cases in order of priority: the first that is true applies. Each but the last three is a reason why the player
    does not hear the circle."""

    CONNECTING = "not in the circle yet"
    WAITING = "a conductor is asked whether the player may come in"
    RECONNECTING = "the connection is lost and being made again"
    ENDED = "left, removed or refused"
    STOPPED = "the circle does not play"
    MUTED = "the conductor has muted this player"
    LISTENING = "the mode lets nobody hear this player now"
    NO_SOUND = "there is no audio device"
    VOLUME_ZERO = "the player's own volume is 0"
    ALL_SILENCED = "the player has silenced everyone in the mixer"
    SPOTLIGHT = "the conductor has everybody hear this player louder than all others"
    BESIDE_SPOTLIGHT = "the conductor has everybody hear another player louder"
    HEARD = "the player hears the circle, and the circle the player"


_LINKS = {
    LinkState.CONNECTING: Outlook.CONNECTING,
    LinkState.WAITING: Outlook.WAITING,
    LinkState.RECONNECTING: Outlook.RECONNECTING,
    LinkState.ENDED: Outlook.ENDED,
}


def outlook(state: PlayerState, segment: Segment, beat: Beats) -> Outlook:
    """The case that applies. `segment`: the timeline's segment in force on `beat`."""
    circle, device = state.circle, state.sound.device
    me = circle.member(circle.me)
    if circle.link in _LINKS:
        return _LINKS[circle.link]
    if not segment.running:
        return Outlook.STOPPED
    if me is not None and me.muted:
        return Outlook.MUTED
    if mode_now(circle.modes, beat, me).now.silent:
        return Outlook.LISTENING
    if device is not None and device.name is None:
        return Outlook.NO_SOUND
    if state.listening.volumes.circle == 0:
        return Outlook.VOLUME_ZERO
    return Outlook.ALL_SILENCED if _all_silenced(state) else _in_the_light(circle)


def _in_the_light(circle: CircleSnapshot) -> Outlook:
    """The effect of the conductor's spotlight on the player, if the player in it is connected."""
    lit = circle.spotlight
    if lit is None or not lit.connected:
        return Outlook.HEARD
    return Outlook.SPOTLIGHT if lit.id == circle.me else Outlook.BESIDE_SPOTLIGHT


def _all_silenced(state: PlayerState) -> bool:
    """Whether the player's own mixer, and not the conductor, silences all players."""
    players = [member for member in state.circle.players if not member.muted]
    levels = state.listening.mix.levels(players).values()
    return bool(levels) and not any(gain for gain, _ in levels)
