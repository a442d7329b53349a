from drumcircle_gui.protocol.entry_messages import MAX_BANS, MAX_DURATION_S
from drumcircle_gui.server.entry.ban_list import BanList, Person
from drumcircle_gui.timing.units import SECOND, Micros

HERE = "192.0.2.1"
NOW = Micros(5 * SECOND)


def applies(bans: BanList, at: int = NOW) -> bool:
    return bans.applying(Person(HERE), "player", Micros(at)) is not None


def test_a_ban_ends_at_its_time_is_prolonged_and_lifted():
    bans = BanList()
    bans.add("Flint", Person(HERE), "player", 60, NOW)
    assert applies(bans, NOW + 60 * SECOND - 1) and not applies(bans, NOW + 60 * SECOND)
    assert bans.change(1, 3600, NOW) and applies(bans, NOW + 3600 * SECOND - 1)
    assert bans.change(1, MAX_DURATION_S, NOW) and applies(bans, 2**52)
    assert bans.change(1, 0, NOW) and not applies(bans) and not bans.change(1, 60, NOW)


def test_a_second_ban_replaces_the_first_and_none_of_no_time_is_kept():
    bans = BanList()
    bans.add("Flint", Person(HERE), "player", MAX_DURATION_S, NOW)
    bans.add("Flint", Person(HERE), "player", 60, NOW)
    assert [(ban.number, ban.until) for ban in bans] == [(2, NOW + 60 * SECOND)]
    bans.add("Flint", Person(HERE), "player", 0, NOW)
    assert list(bans) == []


def test_ended_bans_and_the_oldest_are_dropped():
    bans = BanList()
    for number in range(MAX_BANS + 1):
        bans.add("Flint", Person(f"10.0.{number // 256}.{number % 256}"), "player", 60 + number, NOW)
    assert [ban.number for ban in bans][:1] == [2] and len(list(bans)) == MAX_BANS
    assert bans.drop_ended(Micros(NOW + 62 * SECOND)) and not bans.drop_ended(NOW)
    assert next(iter(bans)).number == 4
