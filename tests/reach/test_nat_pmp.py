"""NAT-PMP and PCP: packets as specified in the RFCs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.reach.nat_pmp import (
    MappedPort,
    RouterRefused,
    address_request,
    map_request,
    pcp_map_request,
    read_address,
    read_map,
    read_pcp_map,
)

NONCE = bytes(range(12))
MAPPED_IPV4 = bytes(10) + b"\xff\xff"


def test_the_address_is_asked_for_and_read():
    assert address_request() == bytes(2)
    assert read_address(bytes.fromhex("00 80 0000 00000010 5d b8 d8 22")) == "93.184.216.34"


def test_a_port_is_asked_for_given_back_and_read():
    assert map_request(8004, 9001, 600) == bytes.fromhex("00 02 0000 1f44 2329 00000258")
    assert map_request(8004, 9001, 0) == bytes.fromhex("00 02 0000 1f44 0000 00000000")
    assert read_map(bytes.fromhex("00 82 0000 00000010 1f44 2329 00000258"), 8004) == MappedPort(9001, 600)


@pytest.mark.parametrize("result", [1, 2, 3, 4, 5, 99])
def test_an_error_is_told_in_words(result):
    with pytest.raises(RouterRefused) as refused:
        read_map(bytes([0, 130, 0, result]) + bytes(12), 8004)
    assert refused.value.result == result and str(refused.value).startswith("it ")


def test_a_router_that_speaks_pcp_alone_is_recognised():
    with pytest.raises(RouterRefused) as refused:
        read_address(bytes([2, 128, 0, 1]) + bytes(20))
    assert refused.value.result == 1


def test_a_pcp_request_has_the_layout_of_the_rfc():
    request = pcp_map_request(NONCE, "192.168.1.20", 8004, 9001, 600)
    assert request[:8] == bytes.fromhex("02 01 0000 00000258")
    assert request[8:24] == MAPPED_IPV4 + bytes([192, 168, 1, 20])
    assert request[24:36] == NONCE and request[36:44] == bytes.fromhex("06 000000 1f44 2329")
    assert request[44:] == MAPPED_IPV4 + bytes(4)


def test_a_pcp_reply_is_read_and_one_to_another_request_is_not():
    reply = bytes.fromhex("02 81 00 00 00000258 00000010") + bytes(12) + NONCE
    reply += bytes.fromhex("06 000000 1f44 2329") + MAPPED_IPV4 + bytes([93, 184, 216, 34])
    assert read_pcp_map(reply, NONCE, 8004) == MappedPort(9001, 600, "93.184.216.34")
    assert read_pcp_map(reply, NONCE, 8005) is None
    assert read_pcp_map(reply, bytes(12), 8004) is None
    with pytest.raises(RouterRefused, match="set not to open"):
        read_pcp_map(reply[:3] + b"\x02" + reply[4:], NONCE, 8004)


@given(st.binary(max_size=64))
def test_any_bytes_are_read_without_a_fault(data):
    for read in (read_address, lambda reply: read_map(reply, 1), lambda reply: read_pcp_map(reply, NONCE, 1)):
        try:
            read(data)
        except RouterRefused as refused:
            assert refused.result
