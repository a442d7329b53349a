import pytest
from PySide6.QtGui import QColor
from qrcode.main import QRCode

from drumcircle_gui.widgets.qr_code import QUIET, QrCode

INVITE = "drumcircle://192.0.2.7:8004/Sunday?key=abcdefghijkl&pin=0123456789abcdef"


def test_the_painted_modules_are_those_of_the_code(show):
    view = show(QrCode(INVITE), 400, 400)
    count = view._count
    image = view.grab().toImage()
    side = 400 / (count + 2 * QUIET)
    seen = [
        [
            image.pixelColor(int((x + QUIET + 0.5) * side), int((y + QUIET + 0.5) * side)) == QColor("black")
            for x in range(count)
        ]
        for y in range(count)
    ]
    code = QRCode(border=0, error_correction=0)
    code.add_data(INVITE)
    code.make()
    assert seen == [[bool(module) for module in row] for row in code.get_matrix()]


@pytest.mark.parametrize("text", ["", "x" * 5000])
def test_a_text_that_does_not_fit_shows_no_code(show, text):
    view = show(QrCode(text))
    assert view._count == 0
    assert not view.grab().isNull()


def test_the_text_is_accessible(show):
    assert show(QrCode(INVITE)).accessibleDescription() == INVITE
