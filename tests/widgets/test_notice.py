import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QEnterEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from drumcircle_gui.widgets import notice
from drumcircle_gui.widgets.notice import Notice, NoticeBar, NoticeLine
from drumcircle_gui.widgets.pill import Pill

GONE = Notice("midi", "Your pad kit was unplugged.", "Plug it in again.", "warn")
LOST = Notice("net", "The connection broke.", "Trying again.", "bad", "Try now")


@pytest.fixture
def bar(show):
    window = QWidget()
    layout = QVBoxLayout(window)
    window.bar = NoticeBar()
    layout.addWidget(window.bar)
    show(window)
    yield window.bar


def shown(bar: NoticeBar) -> list[str]:
    """The texts of the visible notices."""
    return [line.accessibleName() for line in bar.findChildren(NoticeLine) if line.isVisible()]


def pill(bar: NoticeBar, name: str) -> Pill:
    return next(p for p in bar.findChildren(Pill) if name in (p.text(), p.accessibleName()) and p.isVisible())


def test_only_the_newest_is_visible_and_the_others_are_counted(bar):
    bar.render((GONE, LOST))
    assert shown(bar) == ["The connection broke. Trying again."]
    assert [one.key for one in bar.shown()] == ["net", "midi"]
    assert "1 more" in [label.text() for label in bar.findChildren(QLabel) if label.isVisible()]
    bar.render(())
    assert not bar.isVisible()


def test_many_notices_take_the_room_of_one(bar):
    bar.render((GONE,))
    bar.window().resize(600, 300)
    height = bar.sizeHint().height()
    bar.render(tuple(Notice(str(n), f"notice {n}", "what to do") for n in range(10)))
    assert shown(bar) == ["notice 9 what to do"] and bar.sizeHint().height() <= height


def test_escape_dismisses_one_after_the_other(bar, qtbot):
    bar.render((GONE, LOST))
    window = bar.window()
    window.activateWindow()
    occupied = []
    bar.occupied.connect(occupied.append)
    for key, left in (("net", ["Your pad kit was unplugged. Plug it in again."]), ("midi", [])):
        with qtbot.waitSignal(bar.dismissed) as dismissed:
            qtbot.keyClick(window, Qt.Key.Key_Escape)
        assert dismissed.args == [key] and shown(bar) == left
    assert occupied == [False] and not bar.isVisible()


def test_notices_time_out_but_errors_stay(bar, qtbot, monkeypatch):
    monkeypatch.setattr(notice, "LIFETIMES_MS", {"warn": 1, "good": 1, "plain": 1})
    bar.window().layout().addStretch(1)
    QCursor.setPos(bar.window().mapToGlobal(QPoint(200, 290)))  # not over the notice
    bar.render((LOST, GONE))
    bar.leaveEvent(QEvent(QEvent.Type.Leave))  # where an earlier test left the mouse does not count
    qtbot.waitUntil(lambda: shown(bar) == ["The connection broke. Trying again."])
    qtbot.wait(20)
    assert bar.isVisible()


def test_a_notice_under_the_mouse_stays(bar, qtbot, monkeypatch):
    monkeypatch.setattr(notice, "LIFETIMES_MS", {"warn": 1})
    at = QPointF(5, 5)
    bar.enterEvent(QEnterEvent(at, at, at))
    bar.render((GONE,))
    bar.enterEvent(QEnterEvent(at, at, at))
    qtbot.wait(20)
    assert bar.isVisible()
    bar.leaveEvent(QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_a_dismissed_notice_is_not_shown_again(bar, qtbot):
    bar.render((GONE,))
    with qtbot.waitSignal(bar.dismissed) as dismissed:
        qtbot.mouseClick(pill(bar, "Dismiss"), Qt.MouseButton.LeftButton)
    assert dismissed.args == ["midi"]
    bar.render((GONE,))
    assert not bar.isVisible()


def test_a_problem_that_recurs_is_shown_again(bar, qtbot):
    bar.render((GONE,))
    qtbot.mouseClick(pill(bar, "Dismiss"), Qt.MouseButton.LeftButton)
    bar.render(())
    bar.render((GONE,))
    assert bar.isVisible()


def test_a_newer_notice_with_the_same_key_replaces_the_older(bar):
    bar.render((GONE, Notice("midi", "Your pad kit is back.", kind="good")))
    assert shown(bar) == ["Your pad kit is back."]


def test_a_notice_can_offer_an_action(bar, qtbot):
    bar.render((LOST,))
    with qtbot.waitSignal(bar.acted) as acted:
        qtbot.mouseClick(pill(bar, "Try now"), Qt.MouseButton.LeftButton)
    assert acted.args == ["net"]


def test_an_unchanged_notice_keeps_its_widget(bar):
    bar.render((LOST,))
    line = bar.findChild(NoticeLine)
    bar.render((GONE, LOST))
    assert bar.findChild(NoticeLine) is line
