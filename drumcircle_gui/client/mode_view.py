"""A mode in words: names, instructions, and the texts in the middle of the ring."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from drumcircle_gui.modes import catalogue as known
from drumcircle_gui.modes.mode_now import ModeNow, Moment
from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.protocol.mode_messages import ALL, EVEN, ODD, PART, ModeTurn
from drumcircle_gui.timing.units import BEAT

_tr = QCoreApplication.translate


def mode_name(name: str) -> str:
    """The name of a mode in the user's language; a name that is not known is shown as it is."""
    names = {
        "": _tr("Mode", "Free play"),
        known.FREE: _tr("Mode", "Free play"),
        known.LEADER: _tr("Mode", "Follow the leader"),
        known.CALL: _tr("Mode", "Call and response"),
        known.SOLOS: _tr("Mode", "Solos"),
        known.BUILD: _tr("Mode", "Build up"),
        known.THIN: _tr("Mode", "Thin out"),
        known.HALVES: _tr("Mode", "Two halves"),
        known.CONTRAST: _tr("Mode", "Soft and loud"),
        known.STOP: _tr("Mode", "All stop"),
        known.START: _tr("Mode", "All start"),
        known.FASTER: _tr("Mode", "Speed up"),
        known.SLOWER: _tr("Mode", "Slow down"),
        known.ONLY: _tr("Mode", "Only these"),
    }
    return names.get(name, name)


def mode_about(name: str) -> str:
    """What happens in a mode, in a sentence."""
    texts = {
        known.FREE: _tr("Mode", "Everybody plays, everybody hears everybody."),
        known.LEADER: _tr("Mode", "One player leads, all listen, then all imitate three times."),
        known.CALL: _tr("Mode", "One half of the circle calls, the other half answers."),
        known.SOLOS: _tr("Mode", "One player after the other plays a solo. The others play softly."),
        known.BUILD: _tr("Mode", "The low drums begin. One part after the other joins in."),
        known.THIN: _tr("Mode", "One part after the other stops, until the low drums are alone."),
        known.HALVES: _tr("Mode", "The two halves of the circle play in turn."),
        known.CONTRAST: _tr("Mode", "All play softly, then loudly, in turn."),
        known.STOP: _tr("Mode", "Silence. What was played last is kept for All start."),
        known.START: _tr("Mode", "All start together. You hear what was played before All stop."),
        known.FASTER: _tr("Mode", "The tempo rises with each beat."),
        known.SLOWER: _tr("Mode", "The tempo falls with each beat."),
        known.ONLY: _tr("Mode", "Only the players that you choose are heard."),
    }
    return texts.get(name, "")


def instruction(word: str) -> str:
    """An instruction in the user's language; a word that is not known is shown as it is."""
    words = {
        "play": _tr("Mode", "Play"),
        "listen": _tr("Mode", "Listen"),
        "lead": _tr("Mode", "Lead"),
        "imitate": _tr("Mode", "Imitate"),
        "again": _tr("Mode", "Again"),
        "final": _tr("Mode", "Last time"),
        "call": _tr("Mode", "Call"),
        "respond": _tr("Mode", "Answer"),
        "solo": _tr("Mode", "Solo"),
        "support": _tr("Mode", "Play softly"),
        "softer": _tr("Mode", "Softer"),
        "louder": _tr("Mode", "Louder"),
        "stop": _tr("Mode", "Stop"),
        "start": _tr("Mode", "Play"),
        "faster": _tr("Mode", "Faster"),
        "slower": _tr("Mode", "Slower"),
    }
    return words.get(word, word)


def part_name(part: str) -> str:
    """The name of a part in the user's language; a part that is not known is shown as it is."""
    names = {
        "low": _tr("Mode", "Low drums"),
        "middle": _tr("Mode", "Middle drums"),
        "high": _tr("Mode", "High drums"),
        "bells": _tr("Mode", "Bells"),
        "shakers": _tr("Mode", "Shakers"),
    }
    return names.get(part, part)


def group_name(turn: ModeTurn, members: Sequence[Member]) -> str:
    """The players of `turn`: the name of one, or of their group."""
    return names_of(turn.group, turn.members, members)


def _names_of_all(turns: Iterable[ModeTurn], members: Sequence[Member]) -> str:
    return ", ".join(group_name(turn, members) for turn in turns)


def names_of(group: str, ids: Sequence[int], members: Sequence[Member]) -> str:
    """The name of a group; without one, the names of the members with these ids."""
    if group.startswith(PART):
        return part_name(group.removeprefix(PART))
    groups = {ALL: _tr("Mode", "Everybody"), ODD: _tr("Mode", "First half"), EVEN: _tr("Mode", "Second half")}
    return groups.get(group, "") or ", ".join(member.name for member in members if member.id in ids)


def mode_hub(now: ModeNow, members: Sequence[Member], *, conducts: bool) -> tuple[str, str, str] | None:
    """Title, word and detail for the middle of the ring; None where no mode is on or decided."""
    if now.counted and now.following is not None:
        return _action(now.following, conducts), str(now.counted), _then(now.following, members, conducts)
    if now.now.name or now.now.turn is not None:
        return _title(now.now, members, conducts), _word(now.now), _next(now, members, conducts)
    if now.paused:
        name = _tr("Mode", "{mode}: paused").format(mode=mode_name(now.paused))
        return name, _tr("Mode", "Play"), _next(now, members, conducts)
    if now.following is not None:
        return mode_name(now.following.name), _tr("Mode", "Play"), _next(now, members, conducts)
    return None


def _word(moment: Moment) -> str:
    return instruction(moment.turn.word) if moment.turn is not None else _tr("Mode", "Play")


def _title(moment: Moment, members: Sequence[Member], conducts: bool) -> str:
    """Whose turn it is, or the name of the mode."""
    featured = moment.featured
    if not featured or (moment.is_mine and not conducts):
        return _tr("Mode", "Your turn") if moment.is_mine else mode_name(moment.name)
    who = _names_of_all(featured, members)
    if conducts:
        return who
    return _tr("Mode", "{who}: {word}").format(who=who, word=instruction(featured[0].word))


def _action(moment: Moment, conducts: bool) -> str:
    """What comes next, for the title above the countdown."""
    if moment.is_mine and not conducts:
        return _tr("Mode", "Your turn: {word} in").format(word=_word(moment))
    return _tr("Mode", "{word} in").format(word=_word(moment))


def _then(moment: Moment, members: Sequence[Member], conducts: bool) -> str:
    """Below the countdown: the players who stand out then, or the mode."""
    if not moment.featured or (moment.is_mine and not conducts):
        return mode_name(moment.name)
    return _names_of_all(moment.featured, members)


def _next(now: ModeNow, members: Sequence[Member], conducts: bool) -> str:
    """The line about what comes next."""
    following = now.following
    if following is None:
        return _tr("Mode", "until the conductor goes on") if now.now.name else mode_name("")
    beats = -(-now.left // BEAT)
    if following.is_mine and not conducts:
        return _tr("Mode", "your turn in %n beat(s)", "", beats)
    word = _word(following)
    if conducts and following.featured:
        word = f"{_names_of_all(following.featured, members)}: {word}"
    return _tr("Mode", "{word} in %n beat(s)", "", beats).format(word=word)
