"""A member's knowledge of the entry after each message."""

from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.protocol.entry_messages import EntryUpdate, KeysUpdate, Waiting
from drumcircle_gui.protocol.messages import Member, MemberUpdate
from tests.client.talk import Talk, welcomed


def test_a_player_who_knocks_waits_and_leaves_without_a_word_or_is_let_in() -> None:
    for answer in (False, True):
        talk = Talk()
        talk.session.connection_lost("Cut.")
        talk.connect()
        talk.says(Waiting(0))
        assert talk.circle.link is LinkState.WAITING and "No conductor" in talk.circle.problem
        talk.says(Waiting(1))
        assert "sees your name" in talk.circle.problem
        talk.says(welcomed()) if answer else talk.session.leave()
        assert talk.circle.link is (LinkState.JOINED if answer else LinkState.ENDED)


def test_conductors_know_the_entry() -> None:
    talk = Talk()
    talk.says(EntryUpdate("knock"))
    assert talk.circle.entry_rules == EntryUpdate("knock")


def test_conductors_learn_who_has_replaced_their_invite_and_show_the_new_one_next_time() -> None:
    for by, what in ((7, "Both invites are replaced"), (2, "Elm has replaced"), (0, "while you were away")):
        talk = Talk()
        talk.says(MemberUpdate(Member(2, "Elm", "conductor", 1)))
        talk.says(KeysUpdate("fir-wren", "yew-hawk", by))
        [notice] = talk.circle.notices
        assert what in notice.what and "Who may come in" in notice.todo
        talk.session.connection_lost("Cut.")
        talk.connect()
        assert talk.hello.key == "yew-hawk"
