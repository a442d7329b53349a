"""The circles that a hub lists: its own ones and announced ones. Pure."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

import msgspec

from drumcircle_gui.protocol.directory import MAX_ROWS, CircleList, CircleListing
from drumcircle_gui.protocol.fields import MAX_KEY_LENGTH, MAX_SHORT_LENGTH
from drumcircle_gui.protocol.sanitize import clean_name, clean_text
from drumcircle_gui.timing.units import SECOND, Micros

ANNOUNCEMENT_LIFETIME = Micros(30 * SECOND)
"""How long a circle that runs elsewhere stays listed after it was announced."""

MAX_ANNOUNCED_BY_ADDRESS = 64
MAX_ANNOUNCED = 20_000
"""Maximum number of circles announced by one address, and by all."""

NO_TLS = "none"
"""The pin of a server without TLS."""

MAX_WORDS = 8
"""Maximum number of words of a search that are used: the longest ones."""

_RARE = 500
"""A word that occurs less often than this is searched for in all texts at once; another one text by text."""

_CACHED_ANSWERS = 1024
"""Number of answers to searches that are cached until a listing changes."""


@dataclass(slots=True)
class _Listed:
    """One listed circle. `began`: local time of its start. An announced one is removed at `until`. `text`: what is
    searched."""

    listing: CircleListing
    began: Micros
    address: str = ""
    until: Micros | None = None
    text: str = ""


class Listings:
    """All listings, the oldest first; `revision` changes with every change. All times are of one clock."""

    def __init__(self) -> None:
        self.revision = 1
        self._listed: dict[str, _Listed] = {}
        self._announced: dict[str, int] = {}
        self._index: _SearchIndex | None = None
        self._answers: dict[str, tuple[int, list[_Listed]]] = {}

    def __len__(self) -> int:
        return len(self._listed)

    def show(self, listing: CircleListing, began: Micros) -> None:
        """List a circle of the hub's own, or update its listing."""
        self._put(listing.id, _Listed(listing, began))

    def hide(self, id: str) -> None:
        """Stop listing a circle. No effect if it is not listed."""
        if (listed := self._listed.pop(id, None)) is not None:
            self.revision += 1
            self._texts_changed()
            if listed.address:
                self._count(listed.address, -1)

    def announce(self, listing: CircleListing, address: str, now: Micros) -> CircleListing | None:
        """List a circle that runs elsewhere, at its `host`, announced by `address`. Returns the listing as shown; None
        if that address, or all addresses together, have announced too many."""
        shown = _checked(listing, address)
        before = self._listed.get(shown.id)
        if before is None:
            full = len(self._listed) >= MAX_ANNOUNCED
            if full or self._announced.get(address, 0) >= MAX_ANNOUNCED_BY_ADDRESS:
                return None
            self._count(address, 1)
        began = Micros(now - listing.age) if before is None else before.began
        self._put(shown.id, _Listed(shown, began, address, Micros(now + ANNOUNCEMENT_LIFETIME)))
        return shown

    def withdraw(self, listing: CircleListing, address: str) -> None:
        """Remove what `address` has announced."""
        self.hide(_checked(listing, address).id)

    def expire(self, now: Micros) -> None:
        """Remove circles that were not announced again in time."""
        for id in [id for id, listed in self._listed.items() if listed.until is not None and listed.until <= now]:
            self.hide(id)

    def find(self, search: str, known: int, now: Micros) -> CircleList:
        """The answer to a search; see `ListCircles`."""
        if known == self.revision:
            return CircleList(self.revision, 0)
        total, found = self._find(search)
        return CircleList(self.revision, total, tuple(_row(listed, now) for listed in found))

    def rows(self, now: Micros) -> Iterator[CircleListing]:
        """All listings."""
        return (_row(listed, now) for listed in self._listed.values())

    def _find(self, search: str) -> tuple[int, list[_Listed]]:
        if self._index is None:
            self._index = _SearchIndex(list(self._listed.values()))
        longest = sorted(set(search.casefold().split()), key=lambda word: (-len(word), word))[:MAX_WORDS]
        words = " ".join(longest)
        if (answer := self._answers.get(words)) is None:
            if len(self._answers) >= _CACHED_ANSWERS:
                self._answers.clear()
            answer = self._answers[words] = self._index.find(words.split(), MAX_ROWS)
        return answer

    def _put(self, id: str, listed: _Listed) -> None:
        """Add or replace a listing. The search index is kept if no searchable text has changed: most changes are of a
        count or of the tempo."""
        before = self._listed.get(id)
        if before is None:
            listed.text = _searched(listed.listing)
            self._listed[id] = listed
        elif before.listing == listed.listing:
            before.until = listed.until
            return
        else:
            text = before.text
            before.listing, before.until = listed.listing, listed.until
            before.text = _searched(listed.listing)
            if before.text == text:
                self.revision += 1
                return
        self.revision += 1
        self._texts_changed()

    def _texts_changed(self) -> None:
        self._index = None
        self._answers.clear()

    def _count(self, address: str, change: int) -> None:
        count = self._announced.get(address, 0) + change
        if count:
            self._announced[address] = count
        else:
            del self._announced[address]


class _SearchIndex:
    """Finds words in all listings at once: their texts are joined into one long string, one line for each listing."""

    def __init__(self, listed: list[_Listed]) -> None:
        self._listed = listed
        self._lines = [each.text for each in listed]
        self._text = "\n".join(self._lines)
        self._begins = list(accumulate((len(line) + 1 for line in self._lines), initial=0))

    def find(self, words: list[str], limit: int) -> tuple[int, list[_Listed]]:
        """The number of listings that contain all of `words`, and the first `limit` of them."""
        found = self._listed
        for count, word in sorted((self._text.count(word), word) for word in words):
            if found is self._listed and count < _RARE:
                found = [self._listed[index] for index in self._holding(word)]
            else:
                found = [each for each in found if word in each.text]
        return len(found), found[:limit]

    def _holding(self, word: str) -> Iterator[int]:
        at = self._text.find(word)
        while at >= 0:
            index = bisect_right(self._begins, at) - 1
            yield index
            at = self._text.find(word, self._begins[index] + len(self._lines[index]))


def _searched(listing: CircleListing) -> str:
    return f"{listing.name} {listing.about}".casefold().replace("\n", " ")


def _checked(listing: CircleListing, address: str) -> CircleListing:
    """An announced listing with sanitized texts, and with an id that contains `address`, so that no other address can
    use it."""
    return msgspec.structs.replace(
        listing,
        id=f"@{address} {listing.port} {listing.circle}"[:MAX_KEY_LENGTH],
        name=clean_name(listing.name, default="Drum circle"),
        about=" ".join(clean_text(listing.about, MAX_SHORT_LENGTH).split()),
        age=Micros(0),
        pin=listing.pin or NO_TLS,
        key=listing.key if listing.entry == "open" else "",
    )


def _row(listed: _Listed, now: Micros) -> CircleListing:
    return msgspec.structs.replace(listed.listing, age=Micros(max(now - listed.began, 0)))
