from drumcircle_gui.client.changes import Changes


def test_what_is_another_object_is_new():
    changes, chat, members = Changes(), ["hello"], ["Fern"]
    assert changes.new("chat", chat, members)
    assert not changes.new("chat", chat, members)
    assert changes.new("chat", list(chat), members)
    assert changes.new("roster", members)
    assert not changes.new("roster", members)
