"""Turns: items with little work are served at once, and floods wait for their turn."""

import asyncio
import sys
from collections.abc import Callable

import pytest

from drumcircle_gui.server.turns_io import FLOODED_SWITCH_INTERVAL_S, FREE_TURNS, MAX_BUSY, MAX_QUEUED, Turns
from drumcircle_gui.timing.units import SECOND, Micros


class Item:
    """Takes `turns` turns of `micros` each, on the clock of `scene`. Floods are not light."""

    def __init__(self, scene: "Scene", name: str, turns: int = 1, micros: int = 10) -> None:
        self._scene, self._name, self._left, self._micros = scene, name, turns, micros

    def take_turn(self, now: Micros) -> bool:
        self._scene.served.append(self._name)
        self._scene.now = Micros(self._scene.now + self._micros)
        self._left -= 1
        return self._left > 0

    def is_light(self, now: Micros) -> bool:
        return not self._name.startswith("flood")


class Scene:
    """A clock, and the items that were served."""

    def __init__(self) -> None:
        self.now, self.served = Micros(0), list[str]()
        self.turns = Turns(lambda: self.now)

    def arrive(self, name: str, turns: int = 1, micros: int = 10) -> None:
        item = Item(self, name, turns, micros)
        if self.turns.may_go_first(item, self.now) and item.take_turn(self.now):
            self.turns.enter(item)


def play(story: Callable[[Scene], None]) -> tuple[list[str], list[str]]:
    """The items served during `story`, and those served after it."""

    async def run() -> tuple[list[str], list[str]]:
        scene = Scene()
        story(scene)
        at_once = list(scene.served)
        async with asyncio.timeout(10):
            while scene.turns._queue:
                await asyncio.sleep(0)
        return at_once, scene.served[len(at_once) :]

    return asyncio.run(run())


def test_an_item_with_little_to_do_is_served_at_once() -> None:
    def story(scene: Scene) -> None:
        scene.arrive("Fern")
        scene.arrive("Ivy")

    assert play(story) == (["Fern", "Ivy"], [])


def test_an_item_with_little_to_do_is_served_at_once_while_a_flood_waits() -> None:
    def story(scene: Scene) -> None:
        scene.arrive("flood", turns=3)
        scene.arrive("Fern")
        scene.arrive("flood 2")

    assert play(story) == (["flood", "Fern"], ["flood", "flood 2", "flood"])


def test_when_a_round_has_lasted_long_those_with_little_to_do_come_first_in_the_next() -> None:
    def story(scene: Scene) -> None:
        scene.arrive("flood", turns=2)
        scene.arrive("flood 2")
        scene.now = Micros(scene.now + MAX_BUSY)
        scene.arrive("Fern")

    assert play(story) == (["flood"], ["Fern", "flood", "flood 2"])


def test_other_work_before_the_first_arrival_of_a_round_delays_nobody_further() -> None:
    def story(scene: Scene) -> None:
        scene.arrive("flood", turns=2)
        scene.now = Micros(scene.now + MAX_BUSY)  # the delivery of a tick
        scene.arrive("Fern")

    assert play(story) == (["flood", "Fern"], ["flood"])


def test_a_flood_that_was_idle_for_a_moment_comes_after_a_member_with_little_to_do() -> None:
    def story(scene: Scene) -> None:
        scene.arrive("flood", turns=2)
        for number in range(5):
            scene.arrive(f"flood {number}")
        scene.arrive("Fern")

    assert play(story) == (["flood", "Fern"], ["flood", *(f"flood {number}" for number in range(5))])


def test_many_short_turns_at_once_leave_the_event_loop_time() -> None:
    short = MAX_BUSY // FREE_TURNS

    def story(scene: Scene) -> None:
        for number in range(4 * FREE_TURNS):
            scene.arrive(str(number), micros=short)

    at_once, later = play(story)
    assert len(at_once) <= 2 * FREE_TURNS + 1
    assert [*at_once, *later] == [str(number) for number in range(4 * FREE_TURNS)]


def test_a_round_of_queued_turns_is_short() -> None:
    async def run() -> int:
        scene = Scene()
        for number in range(20):
            scene.turns.enter(Item(scene, f"flood {number}", micros=MAX_QUEUED // 5))
        await asyncio.sleep(0)
        return len(scene.served)

    assert asyncio.run(run()) == 5


def test_while_a_flood_waits_threads_get_the_interpreter_within_a_round() -> None:
    usual = sys.getswitchinterval()
    intervals: list[float] = []

    class Watching(Item):
        def take_turn(self, now: Micros) -> bool:
            intervals.append(sys.getswitchinterval())
            return super().take_turn(now)

    def story(scene: Scene) -> None:
        for name in ("flood 1", "flood 2"):
            scene.turns.enter(Watching(scene, name, turns=2, micros=MAX_BUSY))

    assert play(story) == ([], ["flood 1", "flood 2", "flood 1", "flood 2"])
    assert intervals == [usual, *[pytest.approx(FLOODED_SWITCH_INTERVAL_S)] * 3]
    assert 2 * FLOODED_SWITCH_INTERVAL_S * SECOND <= MAX_QUEUED
    assert sys.getswitchinterval() == usual


def test_an_item_that_fails_leaves_the_others_their_turns() -> None:
    class Broken(Item):
        def take_turn(self, now: Micros) -> bool:
            raise ZeroDivisionError

    async def run() -> list[str]:
        scene, errors = Scene(), list[str]()
        asyncio.get_running_loop().set_exception_handler(lambda loop, context: errors.append(context["message"]))
        scene.turns.enter(Broken(scene, "broken"))
        scene.turns.enter(Item(scene, "Fern"))
        async with asyncio.timeout(10):
            while not scene.served:
                await asyncio.sleep(0)
        assert len(errors) == 1
        return scene.served

    assert asyncio.run(run()) == ["Fern"]
