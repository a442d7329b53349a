"""Messages that each replace a part of what a member knows of the circle."""

from collections.abc import Callable
from typing import Any

from drumcircle_gui.grooves.groove_plan import GroovePlan
from drumcircle_gui.loops.loop_plan import LoopPlan
from drumcircle_gui.modes.mode_plan import ModePlan
from drumcircle_gui.protocol import messages as m
from drumcircle_gui.protocol.entry_messages import EntryUpdate, KeysUpdate, Waiting
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.groove_messages import GrooveUpdate
from drumcircle_gui.protocol.loop_messages import LoopUpdate
from drumcircle_gui.protocol.mode_messages import ModeUpdate

from .circle_state import CircleSnapshot, LinkState

STATE_CHANGES: dict[type[Message], Callable[[Any], dict[str, Any]]] = {
    m.CueUpdate: lambda update: {"cue": update.cue},
    m.QualityUpdate: lambda update: {"qualities": update.rows},
    m.TickUpdate: lambda update: {"tick": update.tick},
    ModeUpdate: lambda update: {"modes": ModePlan(update.spans)},
    GrooveUpdate: lambda update: {"grooves": GroovePlan(update.spans)},
    LoopUpdate: lambda update: {"loops": LoopPlan(update.spans)},
    EntryUpdate: lambda update: {"entry_rules": update},
    Waiting: lambda waiting: {"link": LinkState.WAITING, "problem": waiting_text(waiting.conductors)},
}
"""The fields of a CircleSnapshot that each message changes."""


def conducted(welcome: m.Welcome) -> dict[str, Any]:
    """The fields of a CircleSnapshot that conductors set, as a Welcome reports them."""
    return {
        "cue": welcome.cue,
        "modes": ModePlan(welcome.modes),
        "grooves": GroovePlan(welcome.grooves),
        "loops": LoopPlan(welcome.loops),
    }


def waiting_text(conductors: int) -> str:
    """The text for a player who has knocked and waits."""
    if conductors:
        return "You have knocked. The conductor sees your name and will let you in, or not."
    return "You have knocked. No conductor is there just now: you are let in when one comes and agrees."


def keys_notice(keys: KeysUpdate, circle: CircleSnapshot) -> tuple[str, str]:
    """The notice for a conductor whose invite is void, and what to do about it."""
    member = circle.member(keys.by)
    if keys.by == circle.me:
        what = "Both invites are replaced: nobody can join with the old ones any more."
    elif member is not None:
        what = f"{member.name} has replaced both invites: nobody can join with the old ones any more."
    else:
        what = "Both invites were replaced while you were away: nobody can join with the old ones any more."
    return what, "“Who may come in…” shows the new ones: send them to those who are to come later."
