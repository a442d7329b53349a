"""What a player is told of their own devices."""

from collections.abc import Sequence
from itertools import pairwise

from drumcircle_gui.client.circle_state import CircleNotice
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.player.device_notices import DISK, MAX_NOTICES, SOUND, DeviceNotices
from drumcircle_gui.sound.messages import AudioStatus, MidiStatus
from drumcircle_gui.timing.units import Micros

NOTHING = SoundStatus()


def drums(*ports: str) -> SoundStatus:
    return SoundStatus(midi=MidiStatus(ports, ports, ""))


def speakers(name: str | None, problem: str = "") -> SoundStatus:
    return SoundStatus(device=AudioStatus(name, 48_000, 256, Micros(5_000), problem))


def told(*sounds: SoundStatus) -> list[tuple[str, str]]:
    return [(notice.what, notice.todo) for notice in notices(sounds)]


def notices(sounds: Sequence[SoundStatus]) -> tuple[CircleNotice, ...]:
    devices = DeviceNotices()
    for before, now in pairwise(sounds):
        devices.follow(before, now)
    return devices.notices


def test_what_is_there_at_first_is_no_news() -> None:
    assert told(NOTHING, drums("TD-17")) == []
    assert told(NOTHING, speakers("Speakers")) == []
    assert told(NOTHING, speakers(None, "There is no audio device.")) == []


def test_a_kit_plugged_in_is_named() -> None:
    assert told(drums(), drums("TD-17:TD-17 MIDI 1 20:0")) == [("TD-17 is plugged in.", "")]


def test_a_kit_pulled_out_is_named_with_what_to_do() -> None:
    (notice,) = told(drums("TD-17", "Pad"), drums("Pad"))
    assert notice == ("TD-17 was pulled out.", "Plug it in again, or play with keys and pads.")


def test_a_port_without_a_name_of_its_own_is_told_as_it_is() -> None:
    assert told(drums(), drums(":1")) == [(":1 is plugged in.", "")]


def test_of_each_kit_only_the_latest_is_told() -> None:
    assert told(drums(), drums("A"), drums("A", "B"), drums("B"), drums("A", "B")) == [
        ("B is plugged in.", ""),
        ("A is plugged in.", ""),
    ]


def test_an_audio_device_that_disappears_is_named_until_there_is_sound_again() -> None:
    gone = speakers(None, "The sound stopped. It is being started again.")
    assert told(speakers("Speakers"), gone) == [("Speakers fell silent.", gone.device.problem)]
    assert told(speakers("Speakers"), gone, gone) == [("Speakers fell silent.", gone.device.problem)]
    assert told(speakers("Speakers"), gone, speakers("Headphones")) == []


def test_silence_that_was_wished_for_is_no_news() -> None:
    assert told(speakers("Speakers"), speakers(None)) == []


def test_a_disk_that_failed_is_told_of_once() -> None:
    devices = DeviceNotices()
    for _ in range(2):
        devices.disk_failed(DrumCircleError("The disk is full.", "Make room."))
    assert [(notice.what, notice.todo, notice.code) for notice in devices.notices] == [
        ("The disk is full.", "Make room.", DISK)
    ]


def test_notices_are_bounded() -> None:
    names = [f"Pad {number}" for number in range(MAX_NOTICES + 3)]
    assert [what for what, _ in told(drums(), drums(*names))] == [f"{name} is plugged in." for name in names[3:]]


def test_each_is_dismissed_by_a_number_that_no_notice_of_a_circle_has() -> None:
    devices = DeviceNotices()
    devices.follow(drums(), drums("A", "B"))
    devices.follow(speakers("Speakers"), speakers(None, "Gone."))
    numbers = [notice.number for notice in devices.notices]
    assert all(number < 0 for number in numbers)
    assert len(set(numbers)) == 3
    devices.dismiss(numbers[1])
    assert [notice.code for notice in devices.notices] == ["A", SOUND]
    devices.dismiss(99)
    assert len(devices.notices) == 2
