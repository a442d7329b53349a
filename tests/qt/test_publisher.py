import threading

import pytest
from PySide6.QtCore import QObject, QThread
from shiboken6 import delete

from drumcircle_gui.qt.publisher import CATCH_UP, INTERVAL_MS, MAX_AT_ONCE, Inbox, Publisher


def in_threads(work, count: int = 4) -> None:
    threads = [threading.Thread(target=work, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_the_latest_value_is_delivered_on_the_gui_thread(qtbot, qapp):
    publisher = Publisher()
    seen = []
    publisher.changed.connect(lambda value: seen.append((value, QThread.currentThread())))
    in_threads(lambda number: [publisher.publish((number, n)) for n in range(100)])
    publisher.publish("last")
    qtbot.waitUntil(lambda: bool(seen) and seen[-1][0] == "last")
    assert len(seen) < 20
    assert {thread for _, thread in seen} == {qapp.thread()}


def test_values_published_during_a_delivery_are_delivered(qtbot):
    publisher = Publisher()
    seen = []

    def listen(value):
        seen.append(value)
        if value < 3:
            publisher.publish(value + 1)

    publisher.changed.connect(listen)
    publisher.publish(1)
    qtbot.waitUntil(lambda: seen == [1, 2, 3])


def test_deliveries_are_at_least_the_interval_apart(qtbot):
    publisher = Publisher()
    seen = []
    publisher.changed.connect(lambda value: seen.append(threading.get_ident()))
    publisher.publish(0)
    qtbot.waitUntil(lambda: len(seen) == 1)
    publisher.publish(1)
    timer = publisher._mailbox._timer
    qtbot.waitUntil(timer.isActive)
    assert INTERVAL_MS - 20 < timer.interval() <= INTERVAL_MS
    qtbot.waitUntil(lambda: len(seen) == 2)


def test_none_is_delivered_as_a_value(qtbot):
    publisher = Publisher()
    with qtbot.waitSignal(publisher.changed) as changed:
        publisher.publish(None)
    assert changed.args == [None]


def test_an_inbox_delivers_every_item_in_order(qtbot):
    inbox = Inbox()
    seen = []
    inbox.arrived.connect(seen.extend)
    in_threads(lambda number: [inbox.put([(number, 2 * n), (number, 2 * n + 1)]) for n in range(200)])
    qtbot.waitUntil(lambda: len(seen) == 4 * 400)
    for number in range(4):
        assert [n for sender, n in seen if sender == number] == list(range(400))


@pytest.mark.parametrize("count", [MAX_AT_ONCE, MAX_AT_ONCE + 1, 1000])
def test_many_items_arrive_in_parts(qtbot, count):
    inbox = Inbox()
    parts = []
    inbox.arrived.connect(parts.append)
    inbox.put(range(count))
    qtbot.waitUntil(lambda: sum(map(len, parts)) == count)
    assert [item for part in parts for item in part] == list(range(count))
    left = count
    for part in parts:
        assert len(part) == min(max(MAX_AT_ONCE, left // CATCH_UP), left)
        left -= len(part)


def test_items_that_arrive_between_parts_come_last(qtbot):
    inbox = Inbox()
    seen = []

    def listen(items):
        if not seen:
            inbox.put(["late"])
        seen.extend(items)

    inbox.arrived.connect(listen)
    inbox.put(range(3 * MAX_AT_ONCE))
    qtbot.waitUntil(lambda: len(seen) > 3 * MAX_AT_ONCE)
    assert seen == [*range(3 * MAX_AT_ONCE), "late"]


def test_each_item_is_delivered_once(qtbot):
    inbox = Inbox()
    seen = []
    inbox.arrived.connect(seen.append)
    for item in (1, 2):
        inbox.put([item])
        qtbot.waitUntil(lambda item=item: len(seen) == item)
    assert seen == [[1], [2]]


@pytest.mark.parametrize("kind", [Publisher, Inbox])
def test_many_items_wake_the_gui_thread_once(qtbot, monkeypatch, kind):
    mailbox = kind()
    woken = []
    monkeypatch.setattr(mailbox._mailbox, "wake", lambda: woken.append(1))
    for n in range(100):
        mailbox.publish(n) if kind is Publisher else mailbox.put([n])
    assert len(woken) == 1


def test_without_items_nothing_is_delivered(qtbot):
    inbox = Inbox()
    with qtbot.assertNotEmitted(inbox.arrived, wait=60):
        inbox.put([])


def test_after_close_nothing_is_delivered(qtbot):
    inbox, publisher = Inbox(), Publisher()
    inbox.put([1])
    publisher.publish(1)
    for closed in (inbox, publisher):
        closed.close()
        closed.close()
    with qtbot.assertNotEmitted(publisher.changed, wait=60), qtbot.assertNotEmitted(inbox.arrived, wait=60):
        inbox.put([2])
        publisher.publish(2)


@pytest.mark.parametrize("kind", [Publisher, Inbox])
def test_publishing_after_the_window_is_deleted_is_harmless(qtbot, kind):
    window = QObject()
    mailbox = kind(window)
    mailbox.close()
    delete(window)
    mailbox.publish(1) if kind is Publisher else mailbox.put([1])
