from dataclasses import replace

from drumcircle_gui.conductor.entry.entry_texts import invite_link, is_void, seconds_left
from drumcircle_gui.protocol.entry_messages import LimitedInvite
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.timing.units import SECOND, Micros
from tests.tools.circle_snapshots import INVITE


def test_a_link_leads_to_the_circle_with_the_key_of_the_limited_invite():
    assert Invite.parse(invite_link(INVITE, LimitedInvite(1, "birch-owl", ""))) == replace(INVITE, key="birch-owl")


def test_an_invite_is_void_when_it_is_used_up_or_its_time_is_over():
    now = Micros(10 * SECOND)
    assert not is_void(LimitedInvite(1, "key", "", 1, 2, None), now)
    assert is_void(LimitedInvite(1, "key", "", 2, 2, None), now)
    assert is_void(LimitedInvite(1, "key", "", 0, 0, now), now)
    assert seconds_left(Micros(now + 1), now) == 1 and seconds_left(None, now) is None
