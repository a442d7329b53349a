"""How the rules of a registration are judged while the user types, and that secrets are in no log."""

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.directory.accounts.own_account import (
    AskForAccount,
    EnterAccount,
    OwnAccount,
    RenewPassword,
    judged,
)
from drumcircle_gui.directory.hub_address import HubAddress, KnownHub
from drumcircle_gui.protocol.account_rules import broken, registration_rules

texts = st.text(max_size=30)


@given(texts, texts, texts, texts)
def test_a_rule_is_open_until_something_is_typed_and_then_as_the_hub_judges_it(
    name: str, mail: str, password: str, again: str
) -> None:
    rules = registration_rules(name, mail, password, again)
    typed = [bool(text) for text in (name, mail, password, password, password, again)]
    rows = judged(rules, typed)
    assert [state == "open" for state, _ in rows] == [not each for each in typed]
    assert [text for state, text in rows if state == "broken"] == broken(
        tuple(rule for rule, each in zip(rules, typed, strict=True) if each)
    )
    assert all(state == "kept" for state, _ in rows) == (not broken(rules))


def test_no_secret_is_in_the_text_of_an_intent() -> None:
    hub = KnownHub(HubAddress("hub.example.org"), "School")
    secrets = (
        EnterAccount("Fern", "s3cret"),
        AskForAccount("Fern", "a@b.cd", "s3cret", "s3cret"),
        RenewPassword("s3cret", "s3cret"),
        OwnAccount(hub, token="s3cret"),
    )
    assert not [each for each in secrets if "s3cret" in str(each)]
