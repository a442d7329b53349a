"""Collects the present state of a room for a snapshot."""

from drumcircle_gui.mpd.group.drift_io import DriftKeeper
from drumcircle_gui.mpd.group.group_io import Group
from drumcircle_gui.mpd.room.room_io import Room

from . import snapshot


def room_facts(room: Room, group: Group, keeper: DriftKeeper, title: str) -> snapshot.Facts:
    """The state of the room. `title`: that of its current song."""
    song = group.lead.song if group.lead else None
    return snapshot.Facts(
        config=room.config,
        up=room.up,
        refused=room.refused,
        silent=room.silent,
        problem=room.problem,
        joining=room.name in group.followers.joining,
        leading=room is group.lead,
        lacking=song is not None and room is not group.lead and song not in room.ids,
        version=room.version,
        status=room.status,
        one_way=room.latency.one_way,
        loss=room.latency.loss,
        skew=keeper.skews.get(room.name),
        deviation=keeper.deviation(room.name),
        song=title,
        missing=len(room.missing),
    )
