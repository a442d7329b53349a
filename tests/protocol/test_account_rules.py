"""The rules for a registration: each is broken alone, and its sentence is the only one."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.protocol.account_rules import (
    AGAIN_RULE,
    LENGTH_RULE,
    MAIL_RULE,
    MAX_PASSWORD_LENGTH,
    NAME_RULE,
    OWN_RULE,
    VARIETY_RULE,
    broken,
    normal_password,
    password_rules,
    registration_rules,
)

ADA, MAIL, PASSWORD = "Ada", "a@example.org", "correct horse"

BROKEN = (
    ("", MAIL, PASSWORD, PASSWORD, NAME_RULE),
    ("Ada\u202e", MAIL, PASSWORD, PASSWORD, NAME_RULE),
    (ADA, "nowhere", PASSWORD, PASSWORD, MAIL_RULE),
    (ADA, "\x1b[2Ja@example.org", PASSWORD, PASSWORD, MAIL_RULE),
    (ADA, f"{'a' * 200}@example.org", PASSWORD, PASSWORD, MAIL_RULE),
    (ADA, MAIL, "short", "short", LENGTH_RULE),
    (ADA, MAIL, "abcd" * 51, "abcd" * 51, LENGTH_RULE),
    (ADA, MAIL, "aaaaaaaaaaaa", "aaaaaaaaaaaa", VARIETY_RULE),
    ("Fernando", MAIL, "xfernandox12", "xfernandox12", OWN_RULE),
    (ADA, "gardener@example.org", "the gardener", "the gardener", OWN_RULE),
    (ADA, MAIL, PASSWORD, "another one", AGAIN_RULE),
)


def test_each_rule_alone_has_its_sentence() -> None:
    for name, mail, password, again, rule in BROKEN:
        assert broken(registration_rules(name, mail, password, again)) == [rule], (name, mail, password)


def test_what_keeps_the_rules_is_accepted() -> None:
    assert broken(registration_rules("Größe", "a.b@example.org", PASSWORD, PASSWORD)) == []


@given(st.text(min_size=1, max_size=MAX_PASSWORD_LENGTH + 5))
def test_the_rules_of_a_password_are_the_same_in_a_registration(password: str) -> None:
    among_all = registration_rules(ADA, MAIL, password, password)[2:]
    assert password_rules(password, password, ADA, MAIL) == among_all
    assert normal_password(unicodedata.normalize("NFD", password)) == normal_password(password)
