"""Links to write to many people: all addresses, each once, in links that a system opens."""

from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.directory.administration.mail_links import MAX_LINK_LENGTH, START, mail_links

addresses = st.lists(st.text('abcdé&?,;:=@.+ %#"', min_size=1, max_size=200), max_size=60)


@given(addresses)
def test_each_address_is_in_one_link_and_no_link_is_too_long(wanted: list[str]) -> None:
    links = mail_links(wanted)
    written = [unquote(part) for link in links for part in link.removeprefix(START).split(",")]
    assert written == list(dict.fromkeys(wanted))
    longest = len(START) + max((len(part) for link in links for part in link[len(START) :].split(",")), default=0)
    assert all(len(link) <= max(MAX_LINK_LENGTH, longest) for link in links)
    assert all(link.startswith(START) and link.isascii() for link in links)


def test_a_long_list_is_split_into_as_few_links_as_possible() -> None:
    links = mail_links([f"player{number}@example.org" for number in range(500)])
    assert len(links) == -(-sum(len(link) for link in links) // MAX_LINK_LENGTH)
    assert mail_links(["", "fern@example.org", "fern@example.org"]) == [f"{START}fern@example.org"]
    assert mail_links(["a&subject=spam@b.cd"]) == [f"{START}a%26subject%3Dspam@b.cd"]
