"""Notices about the player's own devices."""

from collections.abc import Sequence
from itertools import pairwise

from drumcircle_gui.client.circle_state import CircleNotice
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.listening.device_notices import DISK, MAX_NOTICES, SOUND, DeviceNotices
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.sound.messages import RESTARTING, AudioStatus, MidiStatus
from drumcircle_gui.timing.units import Micros

NOTHING = SoundStatus()


def drums(*ports: str) -> SoundStatus:
    return SoundStatus(midi=MidiStatus(ports, ports, ""))


def speakers(name: str | None, problem: str = "") -> SoundStatus:
    return SoundStatus(device=AudioStatus(name, 48_000, 256, Micros(5_000), problem))


def texts(*sounds: SoundStatus) -> list[tuple[str, str]]:
    return [(notice.what, notice.todo) for notice in notices(sounds)]


def notices(sounds: Sequence[SoundStatus]) -> tuple[CircleNotice, ...]:
    devices = DeviceNotices()
    for before, now in pairwise(sounds):
        devices.follow(before, now)
    return devices.notices


def test_devices_present_at_the_start_give_no_notice() -> None:
    assert texts(NOTHING, drums("TD-17")) == []
    assert texts(NOTHING, speakers("Speakers")) == []
    assert texts(NOTHING, speakers(None, "There is no audio device.")) == []


def test_a_kit_plugged_in_is_named() -> None:
    assert texts(drums(), drums("TD-17:TD-17 MIDI 1 20:0")) == [("TD-17 is plugged in.", "")]


def test_an_unplugged_kit_is_named_with_what_to_do() -> None:
    (notice,) = texts(drums("TD-17", "Pad"), drums("Pad"))
    assert notice == ("TD-17 was unplugged.", "Plug it in again, or play with keys and pads.")


def test_a_port_without_a_device_name_is_shown_as_it_is() -> None:
    assert texts(drums(), drums(":1")) == [(":1 is plugged in.", "")]


def test_only_the_latest_notice_of_each_kit_is_kept() -> None:
    assert texts(drums(), drums("A"), drums("A", "B"), drums("B"), drums("A", "B")) == [
        ("B is plugged in.", ""),
        ("A is plugged in.", ""),
    ]


def test_an_audio_device_that_fails_is_named_and_so_is_its_return() -> None:
    gone = speakers(None, f"The sound stopped. {RESTARTING}")
    assert texts(speakers("Speakers"), gone) == [("There is no sound on Speakers now.", gone.device.problem)]
    assert texts(speakers("Speakers"), gone, gone) == [("There is no sound on Speakers now.", gone.device.problem)]
    back = [("The sound is back, on Headphones.", "The sound stopped.")]
    assert texts(speakers("Speakers"), gone, speakers("Headphones")) == back
    assert texts(speakers("Speakers"), gone, speakers("Headphones"), speakers("Speakers")) == back


def test_chosen_silence_gives_no_notice() -> None:
    assert texts(speakers("Speakers"), speakers(None)) == []


def test_a_failed_disk_gives_one_notice() -> None:
    devices = DeviceNotices()
    for _ in range(2):
        devices.disk_failed(DrumCircleError("The disk is full.", "Make room."))
    assert [(notice.what, notice.todo, notice.code) for notice in devices.notices] == [
        ("The disk is full.", "Make room.", DISK)
    ]


def test_notices_are_bounded() -> None:
    names = [f"Pad {number}" for number in range(MAX_NOTICES + 3)]
    assert [what for what, _ in texts(drums(), drums(*names))] == [f"{name} is plugged in." for name in names[3:]]


def test_notices_are_dismissed_by_numbers_that_no_circle_uses() -> None:
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
