from drumcircle_gui.protocol.entry_messages import MAX_INVITES
from drumcircle_gui.server.entry.invite_book import InviteBook, is_valid
from drumcircle_gui.timing.units import SECOND, Micros

NOW = Micros(5 * SECOND)


def test_no_more_invites_than_the_limit_are_valid_and_void_ones_make_room():
    book = InviteBook()
    for number in range(MAX_INVITES):
        assert book.make(f"key {number}", "", 1, 0, NOW).number == number + 1
    assert book.make("one more", "", 0, 0, NOW) is None
    book.use(7)
    assert not is_valid(book.find("key 6"), NOW)
    assert book.make("one more", "", 0, 0, NOW).number == MAX_INVITES + 1
    assert book.find("key 6") is None and len(list(book)) == MAX_INVITES


def test_an_invite_is_found_by_its_key_alone():
    book = InviteBook()
    book.make("birch", "", 0, 0, NOW)
    assert book.find("birch").number == 1
    assert [book.find(key) for key in ("", "Birch", "birch ", "é")] == [None] * 4


def test_numbers_are_not_used_again_after_a_restart():
    book, again = InviteBook(), InviteBook()
    book.make("a", "", 0, 0, NOW)
    book.make("b", "", 0, 0, NOW)
    again.restore(tuple(book))
    assert again.make("c", "", 0, 0, NOW).number == 3
