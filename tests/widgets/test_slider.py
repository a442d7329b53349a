import pytest
from PySide6.QtCore import QPoint, Qt

from drumcircle_gui.widgets.slider import Slider, VolumeSlider

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def slider(show):
    return show(Slider(0, 1000), 400, 24)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_click_sets_the_value_under_the_mouse(slider, qtbot, share):
    with qtbot.waitSignal(slider.sliderReleased):
        qtbot.mouseClick(slider, LEFT, pos=QPoint(round(400 * share), 12))
    assert slider.value() == pytest.approx(1000 * share, abs=25)


def test_after_a_click_the_handle_can_be_dragged(slider, qtbot):
    qtbot.mousePress(slider, LEFT, pos=QPoint(40, 12))
    assert slider.isSliderDown()
    qtbot.mouseMove(slider, QPoint(300, 12))
    assert slider.value() == pytest.approx(750, abs=25)
    qtbot.mouseRelease(slider, LEFT, pos=QPoint(300, 12))
    assert not slider.isSliderDown()


def test_the_ends_can_be_reached(slider, qtbot):
    for x, value in ((0, 0), (399, 1000)):
        qtbot.mouseClick(slider, LEFT, pos=QPoint(x, 12))
        assert slider.value() == value


def test_other_buttons_do_nothing(slider, qtbot):
    qtbot.mouseClick(slider, Qt.MouseButton.RightButton, pos=QPoint(200, 12))
    assert slider.value() == 0


def test_the_middle_of_a_volume_is_12_db_less_and_shown_without_a_signal(qtbot):
    volume = VolumeSlider("Guide")
    qtbot.addWidget(volume)
    assert (volume.gain, volume.accessibleName()) == (1.0, "Guide")
    volume.setValue(50)
    assert volume.gain == 0.25
    with qtbot.assertNotEmitted(volume.valueChanged):
        volume.show_gain(0.64)
    assert volume.value() == 80
