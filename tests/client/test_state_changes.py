"""What a member learns of the entry."""

from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.protocol.entry_messages import EntryUpdate, Waiting
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
