"""The chat so far, to read and to copy; everything is shown as plain text."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from drumcircle_gui.widgets.plain_text import one_line, plain
from drumcircle_gui.widgets.theme import Theme, Weight, font

EVERYONE = 0  # recipients, numbered as in the protocol; any other number is a member's id
CONDUCTORS = -1
MOST_LINES = 1000
"""Chat lines shown; older ones are dropped."""

MOST_ROWS = 8
"""Lines of text in one chat line: more line breaks would only push the others out of sight."""


_INDENT = 72  # where the words begin, in logical pixels, if the name before them is short enough


@dataclass(frozen=True, slots=True)
class ChatLine:
    """Line `number` of the circle's chat, from member `sender`, who had this `name` and `colour`, to recipient `to`."""

    number: int
    sender: int
    name: str
    colour: int
    to: int
    text: str


class ChatLog(QTextEdit):
    """Shows the newest line as long as it is scrolled to the end; otherwise new lines do not move it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[ChatLine, ...] = ()
        self._names: dict[int, str] = {}
        self._me = 0
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # Qt aligns each line as its text is written
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setMinimumHeight(48)
        self.setFont(font(13))
        self.setPlaceholderText(self.tr("Nothing said yet. Say hello."))
        self.setAccessibleName(self.tr("Chat so far"))

    def render(self, lines: tuple[ChatLine, ...], names: dict[int, str], me: int) -> None:  # type: ignore[override]
        """Shows the last MOST_LINES of `lines`. `names`: every member's name by id; `me`: the reader's id."""
        lines = lines[-MOST_LINES:]
        self._names, known = names, self._lines
        if lines == known and me == self._me:
            return
        self._me, self._lines = me, lines
        if known and lines[: len(known)] == known:
            self._append(lines[len(known) :])
        else:
            self._write_anew()

    def page(self, pages: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._lines:
            self._write_anew()

    def _write_anew(self) -> None:
        self.clear()
        self._append(self._lines)

    def _append(self, lines: tuple[ChatLine, ...]) -> None:
        bar = self.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() - 4
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        for line in lines:
            self._write(cursor, line)
        cursor.endEditBlock()
        if at_end:
            bar.setValue(bar.maximum())

    def _write(self, cursor: QTextCursor, line: ChatLine) -> None:
        theme = Theme.current()
        if cursor.position() > 0:
            cursor.insertBlock()
        cursor.setBlockFormat(_block_format())
        colour = theme.readable(theme.player(line.colour))
        cursor.insertText(one_line(line.name), _char_format(colour, font(13, Weight.DemiBold)))
        cursor.insertText("\t", _char_format(theme.text, font(13)))
        tag = self._tag(line)
        if tag:
            cursor.insertText(f"{tag}  ", _char_format(theme.dim, font(11, Weight.Medium)))
        cursor.insertText(folded(line.text).replace("\n", "\u2028"), _char_format(theme.text, font(13)))

    def _tag(self, line: ChatLine) -> str:
        """The recipient in words, "" for everyone."""
        if line.to == EVERYONE:
            return ""
        if line.to == CONDUCTORS:
            return self.tr("to the conductors")
        if line.to == self._me:
            return self.tr("to you alone")
        return self.tr("to {name} alone").format(name=one_line(self._names.get(line.to, self.tr("a former member"))))


def folded(text: str) -> str:
    """`text` as plain text of at most MOST_ROWS lines: empty lines go, and further ones are joined."""
    rows = [row for row in (one_line(row) for row in plain(text).split("\n")) if row]
    return "\n".join([*rows[: MOST_ROWS - 1], " ".join(rows[MOST_ROWS - 1 :])]).rstrip("\n")


def _block_format() -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLeftMargin(_INDENT)
    block.setTextIndent(-_INDENT)
    block.setTabPositions([QTextOption.Tab(_INDENT, QTextOption.TabType.LeftTab)])
    block.setBottomMargin(10)
    return block


def _char_format(colour: QColor, face: QFont) -> QTextCharFormat:
    result = QTextCharFormat()
    result.setFont(face)
    result.setForeground(colour)
    return result
