"""Members join, resume and leave."""

import pytest

from drumcircle_gui.protocol.kit_messages import PadSound, PublishKit
from drumcircle_gui.protocol.messages import (
    PROTOCOL_VERSION,
    Declined,
    Goodbye,
    Hello,
    MemberLeft,
    MemberUpdate,
    Moderate,
    Say,
    ShareTiming,
    Welcome,
)
from drumcircle_gui.server.entry.access import InviteKeys
from drumcircle_gui.server.room.events import CircleEnding, KeysRenewed
from drumcircle_gui.server.room.member_timeouts import RESUME_WINDOW
from drumcircle_gui.server.room.membership import MAX_DISCONNECTED_PER_ADDRESS, MAX_RESUMES_AT_ONCE
from drumcircle_gui.timing.units import SECOND, Micros
from tests.server.circle import KEYS, PERIOD, Circle


def test_a_new_member_is_welcomed_and_announced(circle: Circle) -> None:
    oak = circle.conductor()
    fern = circle.joins()
    welcome = fern.welcome
    assert (welcome.circle, welcome.role, welcome.tick, welcome.heard) == ("Oak", "player", circle.room.tick, 0)
    assert [member.name for member in welcome.members] == ["Oak", "Fern"]
    assert oak.got(MemberUpdate)[-1].member == welcome.members[1]
    assert fern.got(MemberUpdate) == []


def test_a_wrong_key_cannot_join(circle: Circle) -> None:
    stranger = circle.joins(key="guess")
    assert stranger.closing is not None
    assert (stranger.closing.code, stranger.closing.again) == ("wrong-key", False)
    assert circle.room.connected_members == 0


def test_an_old_client_cannot_join(circle: Circle) -> None:
    old = circle.says_hello(Hello(PROTOCOL_VERSION - 1, "Fern", KEYS.player))
    assert old.closing is not None
    assert old.closing.code == "wrong-version"


def test_names_are_made_unique(circle: Circle) -> None:
    circle.joins("Oak\x00")
    assert circle.joins(" OAK ").welcome.members[1].name == "OAK 2"


def test_a_disconnected_member_resumes_its_seat(circle: Circle) -> None:
    oak, fern = circle.playing(), circle.joins()
    oak.sends(Moderate(fern.id, muted=True))
    fern.strikes(0, 0.1)
    fern.loses_connection()
    assert oak.got(MemberUpdate)[-1].member.connected is False
    circle.passes(RESUME_WINDOW)
    back = circle.joins(token=fern.welcome.token)
    member = circle.members["Fern"]
    assert (back.id, back.welcome.token, back.welcome.heard) == (fern.id, fern.welcome.token, 2)
    assert (member.muted, member.connected, member.colour) == (True, True, fern.welcome.members[1].colour)
    assert oak.got(MemberLeft) == []


def test_one_address_keeps_a_limited_number_of_seats(circle: Circle) -> None:
    there = circle.joins("Reed", address="192.0.2.7")
    there.loses_connection()
    for _ in range(MAX_DISCONNECTED_PER_ADDRESS + 5):
        circle.joins().loses_connection()
    oak = circle.conductor()
    assert len(oak.welcome.members) == MAX_DISCONNECTED_PER_ADDRESS + 1
    assert oak.welcome.members[0].name == "Reed"
    assert circle.room.listed_members == MAX_DISCONNECTED_PER_ADDRESS + 1 and circle.room.connected_members == 1


def test_a_member_leaves_when_the_resume_window_is_over(circle: Circle) -> None:
    oak, fern = circle.conductor(), circle.joins()
    fern.loses_connection()
    circle.passes(RESUME_WINDOW + SECOND)
    assert oak.got(MemberLeft) == [MemberLeft(fern.id, "lost the connection")]
    assert circle.joins(token=fern.welcome.token).id != fern.id


def test_conductors_and_members_who_are_away_are_no_connected_players(circle: Circle) -> None:
    circle.conductor()
    assert (circle.room.connected_members, circle.room.connected_players) == (1, 0)
    fern, _ = circle.joins(), circle.joins()
    assert circle.room.connected_players == 2
    fern.loses_connection()
    assert (circle.room.connected_members, circle.room.connected_players) == (2, 1)


def test_a_second_connection_of_the_same_member_replaces_the_first(circle: Circle) -> None:
    fern = circle.joins()
    again = circle.joins(token=fern.welcome.token)
    assert fern.closing is not None
    assert (fern.closing.code, fern.closing.again) == ("replaced", False)
    assert again.id == fern.id
    assert circle.room.connected_members == 1


def test_members_stay_and_resume_when_the_keys_are_renewed(circle: Circle) -> None:
    fern, oak = circle.joins(), circle.conductor()
    circle.happens(KeysRenewed(InviteKeys("new", "newer")))
    fern.loses_connection()
    assert circle.joins(token=fern.welcome.token).id == fern.id
    again = circle.joins("Oak", KEYS.conductor, oak.welcome.token).welcome
    assert (again.you, again.role) == (oak.id, "conductor")
    assert circle.joins(key=KEYS.player).closing is not None
    assert circle.joins(key="new").welcome.role == "player"


def test_wrong_keys_are_answered_only_a_few_times(circle: Circle) -> None:
    guesses = [circle.joins(key="guess") for _ in range(50)]
    assert sum(guess.closing is not None for guess in guesses) < 10
    assert all(guess.dropped for guess in guesses[10:])
    assert circle.joins().welcome.role == "player"


def test_one_token_cannot_resume_all_the_time(circle: Circle) -> None:
    token = circle.joins().welcome.token
    back = [circle.joins(token=token) for _ in range(80)]
    welcomed = [each for each in back if each.got(Welcome)]
    assert len(welcomed) == MAX_RESUMES_AT_ONCE
    assert {each.closing.code for each in back if each.closing} == {"replaced", "slow-down"}
    assert all(each.closing.again for each in back if each.closing and each.closing.code == "slow-down")
    circle.passes(SECOND)
    assert circle.joins(token=token).got(Welcome)


def test_the_seat_is_kept_while_the_server_itself_is_stopped(circle: Circle) -> None:
    fern = circle.joins()
    circle.passes(SECOND)
    fern.loses_connection()
    circle.now = Micros(circle.now + 2 * RESUME_WINDOW)  # no tick in between
    circle.passes(SECOND)
    assert circle.joins(token=fern.welcome.token).id == fern.id


def test_the_key_decides_the_role_on_resume(circle: Circle) -> None:
    fern = circle.joins()
    assert circle.joins(key=KEYS.conductor, token=fern.welcome.token).welcome.role == "conductor"


def test_goodbye_gives_up_the_seat(circle: Circle) -> None:
    oak, fern = circle.conductor(), circle.joins()
    fern.sends(Goodbye())
    assert oak.got(MemberLeft) == [MemberLeft(fern.id)]
    assert circle.joins(token=fern.welcome.token).id != fern.id


def test_a_full_circle_declines_with_a_reason() -> None:
    circle = Circle(max_members=2)
    circle.joins()
    circle.joins()
    late = circle.joins()
    assert late.closing is not None
    assert (late.closing.code, late.closing.again) == ("full", True)


def test_seats_of_disconnected_members_make_room() -> None:
    circle = Circle(max_members=2)
    oak, fern = circle.conductor(), circle.joins()
    fern.loses_connection()
    assert circle.joins("Ivy").closing is None
    assert oak.got(MemberLeft) == [MemberLeft(fern.id, "lost the connection")]


def test_a_late_joiner_receives_the_last_period(circle: Circle) -> None:
    oak = circle.playing()
    for _ in range(12):
        oak.strikes(0)
        circle.passes(SECOND)
    ivy = circle.joins("Ivy")
    heard = [message for message in ivy.inbox if message in circle.relayed]
    missed = [batch for batch in circle.relayed if batch not in heard]
    assert ivy.welcome.next_batch == heard[0].number
    assert heard == circle.relayed[len(missed) :]
    assert len(heard) == PERIOD // SECOND
    oak.strikes(0)
    circle.passes(SECOND)
    assert ivy.inbox.count(circle.relayed[-1]) == 1


def test_a_resuming_member_receives_exactly_the_missed_batches(circle: Circle) -> None:
    oak, fern = circle.playing(), circle.joins()
    for second in range(6):
        if second == 3:
            fern.loses_connection()
        oak.strikes(0)
        circle.passes(SECOND)
    back = circle.joins(token=fern.welcome.token, last_batch=2)
    assert back.welcome.next_batch == 3
    assert [message for message in back.inbox if message in circle.relayed] == circle.relayed[3:]


@pytest.mark.parametrize("last_batch", [-1, 99])
def test_a_resuming_member_without_a_batch_receives_the_last_period(circle: Circle, last_batch: int) -> None:
    oak, fern = circle.playing(), circle.joins()
    oak.strikes(0)
    circle.passes(SECOND)
    back = circle.joins(token=fern.welcome.token, last_batch=last_batch)
    assert [message for message in back.inbox if message in circle.relayed] == circle.relayed


def test_the_end_closes_all_connections(circle: Circle) -> None:
    clients = [circle.conductor(), circle.joins()]
    clients[0].sends(Say(0, "good night"))
    circle.happens(CircleEnding("That was all."))
    for client in clients:
        assert client.closing is not None
        assert (client.closing.code, client.closing.text, client.closing.again) == ("shutdown", "That was all.", False)
    assert circle.room.connected_members == 0


def test_a_crashed_conductor_rejoins_under_the_same_name() -> None:
    circle = Circle()
    oak, fern = circle.conductor(), circle.joins()
    oak.loses_connection()
    again = circle.conductor()
    assert [member.name for member in again.welcome.members] == ["Fern", "Oak"]
    assert fern.got(MemberLeft) == [MemberLeft(oak.id, "joined anew")]
    fern.loses_connection()
    assert circle.joins().welcome.members[-1].name == "Fern 2"  # names are not authenticated
    assert circle.conductor().welcome.members[-1].name == "Oak 2"


def test_a_member_agrees_that_everybody_sees_its_timing(circle: Circle) -> None:
    fern, ivy = circle.joins(), circle.joins("Ivy")
    fern.sends(ShareTiming(True))
    assert fern.sends(ShareTiming(True)) == []
    assert ivy.got(MemberUpdate)[-1].member == circle.members["Fern"]
    assert circle.members["Fern"].shows_timing
    answers = [fern.sends(ShareTiming(n % 2 == 1)) for n in range(5)]
    assert isinstance(answers[-1][0], Declined) and answers[-1][0].code == "slow-down"


def test_a_member_publishes_what_its_pads_sound_like(circle: Circle) -> None:
    fern, ivy = circle.joins(), circle.joins("Ivy")
    sounds = (PadSound(36, "dundun"),)
    fern.sends(PublishKit(sounds))
    assert fern.sends(PublishKit(sounds)) == []
    assert ivy.got(MemberUpdate)[-1].member.sounds == sounds
    assert circle.members["Fern"].sounds == sounds
    answers = [fern.sends(PublishKit(sounds[: n % 2])) for n in range(7)]
    assert isinstance(answers[-1][0], Declined) and answers[-1][0].code == "slow-down"
