"""Messages in log lines."""

import pytest

from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.log_form import MAX_LENGTH, LogForm
from drumcircle_gui.protocol.messages import Goodbye, Hello
from tests.protocol.examples import EXAMPLES, WELCOME


@pytest.mark.parametrize("message", EXAMPLES.values(), ids=lambda message: type(message).__name__)
def test_a_log_line_names_the_message_and_is_short(message: Message) -> None:
    text = str(LogForm(message))
    assert text.startswith(type(message).__name__)
    assert len(text) < MAX_LENGTH + 30


def test_keys_and_tokens_are_left_out() -> None:
    hello = str(LogForm(Hello(1, "Fern", "birch-owl", token="s3cret")))
    assert "Fern" in hello
    assert "birch-owl" not in hello
    assert "s3cret" not in hello
    assert WELCOME.token not in str(LogForm(WELCOME))
    assert str(LogForm(Goodbye())) == "Goodbye()"
