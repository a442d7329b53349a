import asyncio
import concurrent.futures
import gc
import subprocess
import sys
import threading

import pytest

from drumcircle_gui.tasks import AddressTurns, LoopThread, Tasks, prompt_process


class Trouble(Exception):
    pass


async def forever(log: list[str] | None = None) -> None:
    try:
        await asyncio.Event().wait()
    finally:
        await asyncio.sleep(0)
        if log is not None:
            log.append("ended")


async def trouble() -> None:
    raise Trouble


async def answer() -> int:
    return 42


def owner() -> tuple[Tasks, list[tuple[str, BaseException]]]:
    errors: list[tuple[str, BaseException]] = []
    return Tasks(lambda name, error: errors.append((name, error))), errors


def test_an_exception_in_a_task_is_reported_once_with_the_task_name():
    async def scene():
        tasks, errors = owner()
        task = tasks.start(trouble(), "clumsy")
        await asyncio.wait([task])
        await tasks.close()
        return errors

    ((name, error),) = asyncio.run(scene())
    assert name == "clumsy"
    assert isinstance(error, Trouble)


def test_closing_cancels_tasks_and_waits_for_them():
    async def scene():
        tasks, errors = owner()
        ended: list[str] = []
        for _ in range(3):
            tasks.start(forever(ended), "patient")
        await asyncio.sleep(0)
        await tasks.close()
        assert len(ended) == 3
        assert len(asyncio.all_tasks()) == 1
        await tasks.close()
        return errors

    assert asyncio.run(scene()) == []


def test_an_exception_during_cancellation_is_reported():
    async def clumsy():
        try:
            await forever()
        finally:
            raise Trouble

    async def scene():
        tasks, errors = owner()
        tasks.start(clumsy(), "clumsy")
        await asyncio.sleep(0)
        await tasks.close()
        return errors

    assert [name for name, _ in asyncio.run(scene())] == ["clumsy"]


def test_a_task_may_close_its_own_owner():
    async def scene():
        tasks, _ = owner()
        ended: list[str] = []
        tasks.start(forever(ended), "patient")

        async def closer():
            await tasks.close()
            return len(ended)

        await asyncio.sleep(0)
        return await tasks.start(closer(), "closer")

    assert asyncio.run(scene()) == 1


def test_nothing_starts_after_closing():
    async def scene():
        tasks, _ = owner()
        await tasks.close()
        with pytest.raises(RuntimeError, match="late was started after"):
            tasks.start(answer(), "late")

    asyncio.run(scene())


def test_calls_run_on_the_loop_of_the_thread():
    async def where():
        return threading.current_thread().name

    with LoopThread("net") as thread:
        assert thread.call(answer()).result(5) == 42
        assert thread.call(where()).result(5) == "net"
        with pytest.raises(Trouble):
            thread.call(trouble()).result(5)


def test_closing_a_thread_cancels_its_calls_and_waits_for_them():
    ended: list[str] = []
    thread = LoopThread("net")
    started = threading.Event()

    async def work():
        started.set()
        await forever(ended)

    future = thread.call(work())
    assert started.wait(5)
    thread.close()
    assert ended == ["ended"]
    with pytest.raises(concurrent.futures.CancelledError):
        future.result(0)
    assert "net" not in [other.name for other in threading.enumerate()]
    thread.close()


def test_a_call_during_closing_always_completes_or_fails():
    for _ in range(20):
        thread = LoopThread("net")
        future = thread.call(forever())
        thread.close()
        assert future.cancelled()


def test_a_closed_thread_declines_calls():
    thread = LoopThread("net")
    thread.close()
    with pytest.raises(RuntimeError, match="net is closed"):
        thread.call(answer())


def test_concurrent_closes_all_complete():
    thread = LoopThread("net")
    closers = [threading.Thread(target=thread.close) for _ in range(4)]
    for closer in closers:
        closer.start()
    for closer in closers:
        closer.join(5)
    assert not any(closer.is_alive() for closer in closers)


DECODES_ON_A_LOOP_THREAD = """
import sys, threading
from drumcircle_gui.protocol.message_codec import MalformedMessage, decode_to_server
from drumcircle_gui.tasks import AddressTurns, LoopThread

async def decode():
    try:
        decode_to_server(b"\\x92\\x0f" + b"\\x91" * 100_000 + b"\\x90")
    except MalformedMessage as error:
        return str(error)

threading.stack_size(128 * 1024)
sys.setrecursionlimit(10_000)  # the depth that Python 3.13 allows C code by itself
with LoopThread("net") as thread:
    print(thread.call(decode()).result())
assert threading.stack_size() == 128 * 1024
"""


def test_the_stack_suffices_to_reject_a_deeply_nested_message():
    decoding = subprocess.run([sys.executable, "-c", DECODES_ON_A_LOOP_THREAD], capture_output=True, text=True)
    assert decoding.returncode == 0, decoding.stderr
    assert "recursion" in decoding.stdout


@pytest.mark.parametrize("error", [ValueError, RuntimeError])
def test_without_a_settable_stack_size_the_default_is_used(monkeypatch, error):
    def refuse(size=0):
        raise error("not supported")

    monkeypatch.setattr(threading, "stack_size", refuse)
    with LoopThread("net") as thread:
        assert thread.call(answer()).result(5) == 42


def test_a_prompt_process_is_as_before_afterwards() -> None:
    before = sys.getswitchinterval()
    with prompt_process():
        assert sys.getswitchinterval() < before
        assert gc.get_freeze_count() > 0
    assert sys.getswitchinterval() == pytest.approx(before)
    assert gc.get_freeze_count() == 0


def test_an_address_has_one_turn_at_a_time_and_others_do_not_wait_for_it() -> None:
    async def story() -> None:
        turns, done = AddressTurns(), []
        go_on = asyncio.Event()

        async def work(address: str, number: int) -> None:
            async with turns.turn(address):
                done.append((address, number))
                if address == "slow":
                    await go_on.wait()

        tasks = [asyncio.create_task(work("slow", number)) for number in range(3)]
        await asyncio.sleep(0)
        await work("quick", 0)
        assert done == [("slow", 0), ("quick", 0)] and len(turns) == 1
        tasks[1].cancel()
        go_on.set()
        await asyncio.wait(tasks)
        assert done == [("slow", 0), ("quick", 0), ("slow", 2)] and len(turns) == 0

    asyncio.run(story())
