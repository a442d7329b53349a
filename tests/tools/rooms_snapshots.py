"""Snapshots of the rooms with believable data, as the rooms' page shows them."""

import random
from dataclasses import replace

from drumcircle_gui.mpd.model.downbeat import Downbeat
from drumcircle_gui.mpd.model.rooms_state import (
    GroupState,
    LibraryDifferences,
    LibraryListing,
    MissingFiles,
    Presence,
    QueueSong,
    RoomSample,
    RoomsEvent,
    RoomsState,
    RoomStatus,
    UploadRow,
)
from drumcircle_gui.timing.units import SECOND, Micros, seconds

TITLES = (
    "So What/Miles Davis", "Freddie Freeloader/Miles Davis", "Blue in Green/Miles Davis", "All Blues/Miles Davis",
    "Água de Beber/Astrud Gilberto", "Jingo/Babatunde Olatunji", "Akiwowo/Babatunde Olatunji",
    "Oye Como Va/Tito Puente", "Ran Kan Kan/Tito Puente", "Take Five/The Dave Brubeck Quartet",
    "Blue Rondo à la Turk/The Dave Brubeck Quartet", "Zombie/Fela Kuti", "Water No Get Enemy/Fela Kuti",
    "Lady/Fela Kuti", "Soul Makossa/Manu Dibango", "Manteca/Dizzy Gillespie", "Afro Blue/Mongo Santamaría",
    "Watermelon Man/Herbie Hancock", "Cantaloupe Island/Herbie Hancock", "Nostalgia in Times Square/Charles Mingus",
)  # fmt: skip
TRIPS = {"Kitchen": 4, "Living room": 11, "Bedroom": 38, "Workshop": 74, "Terrace": 150}


def songs(count: int = 40) -> tuple[QueueSong, ...]:
    dice = random.Random(2)
    parts = [TITLES[n % len(TITLES)].split("/") for n in range(count)]
    return tuple(
        QueueSong(n + 1, f"{artist}/{title}.flac", title, artist, seconds(dice.uniform(120, 620)), 136.0)
        for n, (title, artist) in enumerate(parts)
    )


def rooms() -> tuple[RoomStatus, ...]:
    here = RoomStatus(
        "Kitchen", "kitchen.local:6600", Presence.TOGETHER, version="0.24.4", playing="play", song="All Blues"
    )
    here = replace(here, elapsed=seconds(83), one_way=Micros(1_900), skew=Micros(400), uncertainty=Micros(600))
    return (
        replace(here, leading=True, volume=60),
        replace(here, name="Living room", address="10.0.0.12:6600", one_way=Micros(5_400), skew=Micros(-1_300),
                uncertainty=Micros(900), trim=6, offset=Micros(12_000)),
        replace(here, name="Bedroom", address="bedroom.local:6600", presence=Presence.JOINING, one_way=Micros(19_300),
                skew=None, uncertainty=None, trim=-15, missing=3),
        replace(here, name="Workshop", address="10.0.0.31:6600", presence=Presence.GONE,
                problem="connection refused", one_way=None, skew=None),
        replace(here, name="Terrace", address="[fd00::17]:6600", one_way=Micros(75_800), loss=0.02,
                skew=Micros(11_400), uncertainty=Micros(3_100), offset=Micros(-45_000)),
    )  # fmt: skip


def samples(now: Micros, span: int = 300) -> list[RoomSample]:
    """Round trips with a spike now and then, and skews that drift until they are corrected."""
    dice, found, skews = random.Random(1), [], dict.fromkeys(TRIPS, 0.0)
    for quarter in range(span * 4):
        at = Micros(now - span * SECOND + quarter * SECOND // 4)
        for number, (room, trip) in enumerate(TRIPS.items()):
            if (room == "Workshop" and quarter > span * 3.2) or (room == "Bedroom" and span < quarter < span * 1.5):
                continue
            skews[room] += dice.gauss(0.0008 * (number**2 - 3), 0.02 * (number + 1))
            if abs(skews[room]) > 9:
                skews[room] /= 10
            round_trip = trip + abs(dice.gauss(0, trip * 0.06)) + 60 * (dice.random() < 0.002)
            found.append(RoomSample(room, at, _micros(round_trip), _micros(skews[room]), Micros(900)))
    return found


def _micros(milliseconds: float) -> Micros:
    return Micros(round(milliseconds * 1000))


def events(now: Micros) -> tuple[RoomsEvent, ...]:
    told = (
        (260, "room", "", "5 rooms, 5 together"),
        (244, "command", "", "playid 4: all rooms began within 1.8 ms"),
        (171, "correction", "Terrace", "31.2 ms late: brought forward; now 2.6 ms late"),
        (142, "command", "", "setvol 60"),
        (118, "room", "Bedroom", "gone: the connection broke"),
        (66, "correction", "Living room", "14.0 ms early: held back; now 0.4 ms early"),
        (59, "problem", "Workshop", "gone: connection refused"),
        (21, "room", "Bedroom", "is back, and is given queue and position"),
        (4, "correction", "Terrace", "22.7 ms late: brought forward; now 11.4 ms late"),
    )
    return tuple(RoomsEvent(n, Micros(now - ago * SECOND), *rest) for n, (ago, *rest) in enumerate(told))


def state(now: Micros) -> RoomsState:
    queue = songs()
    playing = GroupState("play", 3, 4, seconds(83), now, queue[3].duration, 60, repeat=True)
    uploads = (
        UploadRow("Kitchen", "Jazz/So What.flac", 31_400_000, 31_400_000, "finished"),
        UploadRow("Bedroom", "Jazz/So What.flac", 12_000_000, 31_400_000),
        UploadRow("Workshop", "Jazz/So What.flac", 0, 31_400_000, "failed", "connection refused"),
    )
    lacking = (
        MissingFiles("Bedroom", 12, ("Jazz/All Blues.flac", "Jazz/Flamenco Sketches.flac")),
        MissingFiles("Terrace", 1, ("Lady.ogg",)),
    )
    return RoomsState(
        "localhost:6600", rooms(), playing, queue, events(now), clients=2,
        listing=LibraryListing(
            folders=("Astrud Gilberto", "Babatunde Olatunji", "Fela Kuti", "Miles Davis"), songs=queue[10:16]
        ),
        differences=LibraryDifferences(False, ("Kitchen", "Living room", "Bedroom", "Terrace"), lacking),
        uploads=uploads,
    )  # fmt: skip


def downbeats(now: Micros, bpm: float = 120) -> tuple[Downbeat, ...]:
    return tuple(Downbeat(Micros(now + round((n + 0.4) * 8 * SECOND)), 40 + n, bpm) for n in range(6))
