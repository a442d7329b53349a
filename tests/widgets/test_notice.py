import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from drumcircle_gui.widgets.notice import MOST_SHOWN, Notice, NoticeBar, NoticeLine
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
    lines = [bar._layout.itemAt(place).widget() for place in range(bar._layout.count())]
    return [line.accessibleName() for line in lines if isinstance(line, NoticeLine)]


def pill(bar: NoticeBar, name: str) -> Pill:
    return next(p for p in bar.findChildren(Pill) if name in (p.text(), p.accessibleName()) and p.isVisible())


def test_what_happened_and_what_to_do_newest_first(bar):
    bar.render((GONE, LOST))
    assert shown(bar) == ["The connection broke. Trying again.", "Your pad kit was unplugged. Plug it in again."]
    assert bar.isVisible()
    bar.render(())
    assert not bar.isVisible()


def test_one_can_be_dismissed_and_stays_away(bar, qtbot):
    bar.render((GONE,))
    with qtbot.waitSignal(bar.dismissed) as dismissed:
        qtbot.mouseClick(pill(bar, "Dismiss"), Qt.MouseButton.LeftButton)
    assert dismissed.args == ["midi"]
    bar.render((GONE,))
    assert not bar.isVisible()


def test_what_was_gone_and_happens_again_is_shown_again(bar, qtbot):
    bar.render((GONE,))
    qtbot.mouseClick(pill(bar, "Dismiss"), Qt.MouseButton.LeftButton)
    bar.render(())
    bar.render((GONE,))
    assert bar.isVisible()


def test_the_newest_on_a_matter_replaces_the_older(bar):
    bar.render((GONE, Notice("midi", "Your pad kit is back.", kind="good")))
    assert shown(bar) == ["Your pad kit is back."]


def test_there_are_never_many(bar):
    bar.render(tuple(Notice(str(n), f"notice {n}") for n in range(10)))
    assert shown(bar) == ["notice 9", "notice 8", "notice 7"]
    assert len(shown(bar)) == MOST_SHOWN


def test_it_can_offer_something_to_do(bar, qtbot):
    bar.render((LOST,))
    with qtbot.waitSignal(bar.acted) as acted:
        qtbot.mouseClick(pill(bar, "Try now"), Qt.MouseButton.LeftButton)
    assert acted.args == ["net"]


def test_lines_that_stay_are_not_made_anew(bar):
    bar.render((GONE,))
    line = bar._lines["midi"]
    bar.render((GONE, LOST))
    assert bar._lines["midi"] is line
