import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.widgets.chat.chat_log import CONDUCTORS, EVERYONE, MOST_LINES, MOST_ROWS, ChatLine, ChatLog, folded
from drumcircle_gui.widgets.plain_text import plain
from drumcircle_gui.widgets.theme import LIGHT, apply_theme

NAMES = {1: "Oak", 2: "Reed", 3: "Slate"}


def line(number: int, text: str, sender: int = 2, to: int = EVERYONE) -> ChatLine:
    return ChatLine(number, sender, NAMES[sender], sender - 1, to, text)


def shown(log: ChatLog) -> list[str]:
    return [row.replace("\t", ": ") for row in log.toPlainText().split("\n")]


def test_lines_show_sender_and_recipient(show):
    log = show(ChatLog())
    said = (line(0, "hello"), line(1, "x", 2, 1), line(2, "y", 3, CONDUCTORS), line(3, "z", 1, 3), line(4, "w", 1, 9))
    log.render(said, NAMES, 1)
    assert shown(log) == [
        "Reed: hello",
        "Reed: to you alone  x",
        "Slate: to the conductors  y",
        "Oak: to Slate alone  z",
        "Oak: to a former member alone  w",
    ]


def test_chat_lines_stay_plain_text(show):
    log = show(ChatLog())
    log.render((line(0, "<b>bold</b>\n<img src='x'>"),), NAMES, 1)
    assert "<b>bold</b>" in log.toPlainText() and "<img" in log.toPlainText()
    assert log.document().blockCount() == 1, "a line of two lines is still one of chat"


def test_new_lines_are_appended(show, monkeypatch):
    log = show(ChatLog())
    lines = tuple(line(n, str(n)) for n in range(3))
    log.render(lines, NAMES, 1)
    monkeypatch.setattr(log, "clear", lambda: (_ for _ in ()).throw(AssertionError))
    log.render(lines, NAMES, 1)
    log.render((*lines, line(3, "3")), NAMES, 1)
    assert shown(log)[-1] == "Reed: 3" and len(shown(log)) == 4


def test_a_different_history_replaces_the_old(show):
    log = show(ChatLog())
    log.render((line(0, "old"),), NAMES, 1)
    log.render((line(1, "new"),), NAMES, 1)
    assert shown(log) == ["Reed: new"]
    log.render((), NAMES, 1)
    assert log.toPlainText() == ""


def test_only_the_last_lines_are_kept(show):
    log = show(ChatLog())
    log.render(tuple(line(n, str(n)) for n in range(MOST_LINES + 5)), NAMES, 1)
    assert log.document().blockCount() == MOST_LINES
    assert shown(log)[0] == "Reed: 5"


def test_the_newest_line_is_followed_unless_scrolled_back(show):
    log = show(ChatLog(), 300, 120)
    lines = tuple(line(n, f"line {n}") for n in range(40))
    log.render(lines, NAMES, 1)
    bar = log.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    log.page(-1)
    back = bar.value()
    assert back < bar.maximum()
    log.render((*lines, line(40, "newest")), NAMES, 1)
    assert bar.value() == back
    bar.setValue(bar.maximum())
    log.render((*lines, line(40, "newest"), line(41, "newer still")), NAMES, 1)
    assert bar.value() == bar.maximum()


def test_the_log_follows_the_theme(show, qapp):
    log = show(ChatLog())
    log.render((line(0, "hello", 1),), NAMES, 1)
    apply_theme(qapp, "light")
    name = log.document().firstBlock().begin().fragment().charFormat()
    assert name.foreground().color() == LIGHT.readable(LIGHT.player(0))


def rows(log: ChatLog, number: int = 0) -> int:
    log.document().documentLayout().documentSize()  # forces the layout
    return log.document().findBlockByNumber(number).layout().lineCount()


def test_line_breaks_cannot_hide_other_lines(show):
    log = show(ChatLog(), 300, 200)
    log.render((line(0, "\n" * 1000 + "end"), line(1, "\n".join("abc" * 333)), line(2, "one\ntwo")), NAMES, 1)
    assert rows(log, 0) == 1
    assert MOST_ROWS <= rows(log, 1) <= MOST_ROWS + 2000 // 30
    assert rows(log, 2) == 2


@pytest.mark.slow
def test_lines_with_many_breaks_are_no_higher_than_long_ones(show):
    def height(text: str) -> float:
        log = show(ChatLog(), 300, 200)
        log.render(tuple(line(n, text) for n in range(200)), NAMES, 1)
        return log.document().size().height()

    assert height("a\n" * 1000) <= height("a " * 1000) + 200 * MOST_ROWS * 20


@given(st.text())
def test_folding_keeps_the_words(text):
    assert folded(text).split() == plain(text).split()
    assert folded(text).count("\n") < MOST_ROWS and folded(folded(text)) == folded(text)
