from drumcircle_gui.widgets.change_detector import ChangeDetector


def test_another_object_counts_as_a_change():
    shown, chat, members = ChangeDetector(), ["hello"], ["Fern"]
    assert shown.new("chat", chat, members)
    assert not shown.new("chat", chat, members)
    assert shown.new("chat", list(chat), members)
    assert shown.new("roster", members)
    assert not shown.new("roster", members)
