"""The circles that a hub lists: its own, and those that are announced to it. Pure."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from drumcircle_gui.protocol.directory import MAX_ROWS, CircleList, CircleListing
from drumcircle_gui.protocol.fields import MAX_KEY_LENGTH, MAX_SHORT_LENGTH
from drumcircle_gui.protocol.sanitize import clean_name, clean_text
from drumcircle_gui.timing.units import SECOND, Micros

ANNOUNCEMENT_LIFETIME = Micros(30 * SECOND)
"""How long a circle that runs elsewhere stays listed after it was announced."""

MAX_ANNOUNCED_BY_ADDRESS = 64
MAX_ANNOUNCED = 20_000
"""Circles that are announced by one address, and by all."""

_CACHED_ANSWERS = 1024
"""Answers to searches that are kept until a listing changes."""


@dataclass(slots=True)
class _Listed:
    """One circle; `began`: when, by the local clock. An announced one is removed at `until`."""

    listing: CircleListing
    began: Micros
    address: str = ""
    until: Micros | None = None


class Listings:
    """All listings, the oldest first; `revision` changes whenever they do. Times are those of one clock."""

    def __init__(self) -> None:
        self.revision = 1
        self._listed: dict[str, _Listed] = {}
        self._announced: dict[str, int] = {}
        self._index = _SearchIndex([])
        self._indexed_at = self.revision
        self._answers: dict[str, tuple[int, list[_Listed]]] = {}

    def __len__(self) -> int:
        return len(self._listed)

    def show(self, listing: CircleListing, began: Micros) -> None:
        """List a circle of the hub's own, or what has changed of it."""
        self._put(listing.id, _Listed(listing, began))

    def hide(self, id: str) -> None:
        """No longer list a circle. No effect if it is not listed."""
        if (listed := self._listed.pop(id, None)) is not None:
            self._changed()
            if listed.address:
                self._count(listed.address, -1)

    def announce(self, listing: CircleListing, address: str, now: Micros) -> CircleListing | None:
        """List a circle that runs elsewhere, at its `host`, announced by `address`; the listing as it is shown. None if
        that address, or all of them, have announced too many."""
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
        if self._indexed_at != self.revision:
            self._answers.clear()
            self._index = _SearchIndex(list(self._listed.values()))
            self._indexed_at = self.revision
        words = " ".join(sorted(set(search.casefold().split()), key=lambda word: (-len(word), word)))
        if (answer := self._answers.get(words)) is None:
            if len(self._answers) >= _CACHED_ANSWERS:
                self._answers.clear()
            answer = self._answers[words] = self._index.find(words.split(), MAX_ROWS)
        return answer

    def _put(self, id: str, listed: _Listed) -> None:
        before = self._listed.get(id)
        self._listed[id] = listed
        if before is None or before.listing != listed.listing:
            self._changed()

    def _changed(self) -> None:
        self.revision += 1

    def _count(self, address: str, change: int) -> None:
        count = self._announced.get(address, 0) + change
        if count:
            self._announced[address] = count
        else:
            del self._announced[address]


class _SearchIndex:
    """Finds words in all listings at once: their texts are one long string, a line for each."""

    def __init__(self, listed: list[_Listed]) -> None:
        self._listed = listed
        self._lines = [_searched(each.listing) for each in listed]
        self._text = "\n".join(self._lines)
        self._begins: list[int] = []
        at = 0
        for line in self._lines:
            self._begins.append(at)
            at += len(line) + 1

    def find(self, words: list[str], limit: int) -> tuple[int, list[_Listed]]:
        """How many listings hold all of `words`, and the first `limit` of them."""
        if not words:
            return len(self._listed), self._listed[:limit]
        found = [index for index in self._holding(words[0]) if all(word in self._lines[index] for word in words[1:])]
        return len(found), [self._listed[index] for index in found[:limit]]

    def _holding(self, word: str) -> Iterator[int]:
        at = self._text.find(word)
        while at >= 0:
            index = bisect_right(self._begins, at) - 1
            yield index
            at = self._text.find(word, self._begins[index] + len(self._lines[index]))


def _searched(listing: CircleListing) -> str:
    return f"{listing.name} {listing.about}".casefold().replace("\n", " ")


def _checked(listing: CircleListing, address: str) -> CircleListing:
    """A listing of a circle elsewhere as it is shown: texts cleaned, and an id that only `address` can name."""
    return msgspec.structs.replace(
        listing,
        id=f"@{address} {listing.port} {listing.circle}"[:MAX_KEY_LENGTH],
        name=clean_name(listing.name, default="Drum circle"),
        about=" ".join(clean_text(listing.about, MAX_SHORT_LENGTH).split()),
        age=Micros(0),
        pin=listing.pin or "none",
        key=listing.key if listing.entry == "open" else "",
    )


def _row(listed: _Listed, now: Micros) -> CircleListing:
    return msgspec.structs.replace(listed.listing, age=Micros(max(now - listed.began, 0)))
