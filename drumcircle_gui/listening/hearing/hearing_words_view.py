"""Texts that say why a player is not heard, and how well a member is connected."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from drumcircle_gui.client.known_texts_view import translated
from drumcircle_gui.client.mode_view import mode_name
from drumcircle_gui.protocol.messages import ConnectionQuality
from drumcircle_gui.timing.units import SECOND

from .reasons import Cause, Reason

_tr = QCoreApplication.translate

TIGHT = 0.25
"""Share of a period: strokes that arrive with less time to spare are at risk of being late."""

NEAR_MS, FAR_MS = 80, 250
"""Round trips up to NEAR_MS are short; above FAR_MS they are long."""


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """A statement, what to do about it, and the text of a button that does it ("": none)."""

    what: str
    todo: str = ""
    button: str = ""


def reason_words(reason: Reason, name: str, *, conducts: bool, me: bool = False) -> ReasonWords:
    """The texts for `reason` about the player `name`, for a reader who plays or `conducts`. `me`: it is the reader."""
    seconds = f"{reason.seconds:.1f}" if reason.seconds is not None else ""
    text = mode_name(reason.text) if reason.cause in (Cause.HELD, Cause.MODE) else translated(reason.text)
    known = {**_own_words(reason), **_player_words(conducts=conducts), **_circle_words(reason)}
    words = (_reader_words(reason, known) if me else {}).get(reason.cause, known[reason.cause])
    places = {"name": name, "text": text, "s": seconds, "n": reason.count}
    return ReasonWords(words.what.format(**places), words.todo.format(**places).strip(), words.button)


def _own_words(reason: Reason) -> dict[Cause, ReasonWords]:
    """Texts for reasons on this machine."""
    known = bool(reason.text)
    return {
        Cause.CONNECTING: ReasonWords(
            _tr("Hearing", "You are not in the circle yet."),
            _tr("Hearing", "Wait until you are connected. {text}"),
        ),
        Cause.RECONNECTING: ReasonWords(
            _tr("Hearing", "Your connection is lost."),
            _tr("Hearing", "The program tries again by itself. Check your network. {text}"),
        ),
        Cause.ENDED: ReasonWords(
            _tr("Hearing", "You are not in the circle any more."),
            _tr("Hearing", "Leave this page and join again with the invite. {text}"),
        ),
        Cause.NO_CLOCK: ReasonWords(
            _tr("Hearing", "Your program does not know the circle's time yet."),
            _tr("Hearing", "That takes about a second. If it takes longer, check your network."),
        ),
        Cause.NO_SOUND: ReasonWords(
            _tr("Hearing", "You have no sound."),
            "{text}" if known else _tr("Hearing", "Choose a device under Sound."),
        ),
        Cause.SOUND_OFF: ReasonWords(
            _tr("Hearing", "Your sound is not on yet."),
            _tr("Hearing", "It begins with your first stroke, or when you choose a device under Sound."),
        ),
        Cause.VOLUME_ZERO: ReasonWords(
            _tr("Hearing", "Your volume is 0."), _tr("Hearing", "Move the slider Everything to the right.")
        ),
        Cause.CALIBRATING: ReasonWords(
            _tr("Hearing", "Timing is being measured: only its clicks sound."),
            _tr("Hearing", "Press Done in the window Timing."),
        ),
        Cause.OWN_ZERO: ReasonWords(
            _tr("Hearing", "The volume of your own strokes is 0."),
            _tr("Hearing", "Move the slider Own strokes to the right."),
        ),
        Cause.NO_DRUM: ReasonWords(_tr("Hearing", "Something is wrong with your drum."), "{text}"),
        Cause.MUTED_HERE: ReasonWords(
            _tr("Hearing", "You have muted {name} in your mixer."), "", _tr("Hearing", "Unmute")
        ),
        Cause.FADER_ZERO: ReasonWords(
            _tr("Hearing", "The volume of {name} in your mixer is 0."), "", _tr("Hearing", "Turn up")
        ),
        Cause.OTHERS_SOLO: ReasonWords(
            _tr("Hearing", "In your mixer, only these are heard: {text}."), "", _tr("Hearing", "Hear everyone")
        ),
        Cause.LATE_HERE: ReasonWords(
            _tr("Hearing", "%n stroke(s) of the last minute reached you too late.", "", reason.count),
            _tr("Hearing", "Use a cable instead of wireless, and stop downloads. A longer period helps too."),
        ),
    }


def _player_words(*, conducts: bool) -> dict[Cause, ReasonWords]:
    """Texts for reasons at the player."""
    muted = _tr("Hearing", "To undo that, choose the name in the list of players and press M.")
    level = _tr("Hearing", "To undo that, choose the name in the list of players, then More, Level for all.")
    ask = _tr("Hearing", "Ask the conductor in the chat.")
    return {
        Cause.LEFT: ReasonWords(_tr("Hearing", "{name} has left the circle.")),
        Cause.CONDUCTS: ReasonWords(_tr("Hearing", "{name} conducts and has not played.")),
        Cause.DISCONNECTED: ReasonWords(
            _tr("Hearing", "{name}'s connection is lost."),
            _tr("Hearing", "{name}'s program tries again by itself. You need not do anything."),
        ),
        Cause.MUTED_BY_CONDUCTOR: ReasonWords(
            _tr("Hearing", "{name} is muted for everyone."), muted if conducts else ask
        ),
        Cause.LEVEL_ZERO: ReasonWords(
            _tr("Hearing", "The conductor has set the level of {name} to 0."), level if conducts else ask
        ),
    }


def _circle_words(reason: Reason) -> dict[Cause, ReasonWords]:
    """Texts for reasons in the state of the circle."""
    known = reason.seconds is not None
    wait = (
        _tr("Hearing", "That changes in {s} s.")
        if known
        else _tr("Hearing", "That changes when the conductor goes on.")
    )
    idle = _tr("Hearing", "{name} last played {s} s ago.") if known else _tr("Hearing", "{name} has not played yet.")
    return {
        Cause.STOPPED: ReasonWords(
            _tr("Hearing", "The circle stands still."), _tr("Hearing", "Wait until the conductor starts it.")
        ),
        Cause.HELD: ReasonWords(_tr("Hearing", "{text}: all strokes are kept for later."), wait),
        Cause.MODE: ReasonWords(
            _tr("Hearing", "{text}: what {name} played now sounds for others only, or for none."), wait
        ),
        Cause.LATE: ReasonWords(
            _tr("Hearing", "{name}'s strokes arrive {s} s too late."),
            _tr("Hearing", "A slower tempo or a longer period helps: ask for it in the chat."),
        ),
        Cause.NOT_YET: ReasonWords(
            _tr("Hearing", "You will hear {name} in {s} s."),
            _tr("Hearing", "Everything sounds one turn of the ring after it was played."),
        ),
        Cause.IDLE: ReasonWords(idle, _tr("Hearing", "There is nothing to hear until {name} plays.")),
    }


def _reader_words(reason: Reason, others: Mapping[Cause, ReasonWords]) -> dict[Cause, ReasonWords]:
    """Texts for a reader who asks about their own strokes. What to do is often the same as for `others`."""
    never = ReasonWords(
        _tr("Hearing", "You have not played yet."),
        _tr("Hearing", "Play: you hear it again one turn of the ring later."),
    )
    last = ReasonWords(_tr("Hearing", "You last played {s} s ago."), never.todo)
    return {
        Cause.CONDUCTS: never,
        Cause.MUTED_BY_CONDUCTOR: ReasonWords(
            _tr("Hearing", "You are muted for everyone."), others[Cause.MUTED_BY_CONDUCTOR].todo
        ),
        Cause.LEVEL_ZERO: ReasonWords(
            _tr("Hearing", "The conductor has set your level to 0."), others[Cause.LEVEL_ZERO].todo
        ),
        Cause.MODE: ReasonWords(
            _tr("Hearing", "{text}: nobody hears what you played now, or only some do."), others[Cause.MODE].todo
        ),
        Cause.NOT_YET: ReasonWords(_tr("Hearing", "You will hear yourself in {s} s."), others[Cause.NOT_YET].todo),
        Cause.IDLE: never if reason.seconds is None else last,
    }


def quality_words(quality: ConnectionQuality | None, period_s: float) -> tuple[str, ...]:
    """How well a member is connected, in sentences; `period_s`: how long a period lasts."""
    if quality is None or quality.round_trip < 0:
        return (_tr("Hearing", "The connection has not been measured yet."),)
    return tuple(filter(None, (_trip(quality.round_trip / 1000), _clock(quality.bound), _margin(quality, period_s))))


def _trip(ms: float) -> str:
    if ms <= NEAR_MS:
        text = _tr("Hearing", "Messages take {ms} ms to the server and back: a short way.")
    elif ms <= FAR_MS:
        text = _tr("Hearing", "Messages take {ms} ms to the server and back: a usual way.")
    else:
        text = _tr("Hearing", "Messages take {ms} ms to the server and back: a long way.")
    return text.format(ms=round(ms))


def _clock(bound: int) -> str:
    if bound < 0:
        return ""
    return _tr("Hearing", "The clock is right to within {ms} ms.").format(ms=f"{bound / 1000:.1f}")


def _margin(quality: ConnectionQuality, period_s: float) -> str:
    if quality.margin is None:
        return ""
    seconds = quality.margin / SECOND
    if seconds < 0:
        return _tr("Hearing", "Strokes arrive {s} s too late and are left out.").format(s=f"{-seconds:.1f}")
    if seconds < TIGHT * period_s:
        return _tr("Hearing", "Strokes arrive {s} s before they sound: that is tight.").format(s=f"{seconds:.1f}")
    return _tr("Hearing", "Strokes arrive {s} s before they sound: enough.").format(s=f"{seconds:.1f}")
