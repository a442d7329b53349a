import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.reach.upnp import (
    ControlService,
    SoapError,
    read_description,
    read_http,
    read_search_reply,
    read_soap_reply,
    search_request,
    soap_request,
)

ROUTER = "192.168.1.1"
IGD = "urn:schemas-upnp-org:device:InternetGatewayDevice:1"
REPLY = f"HTTP/1.1 200 OK\r\nST: {IGD}\r\nLocation: http://{ROUTER}:5000/root.xml\r\n\r\n"
SERVICE = "urn:schemas-upnp-org:service:WANIPConnection:1"
DESCRIPTION = f"""<?xml version="1.0"?><root xmlns="urn:schemas-upnp-org:device-1-0"><device>
<serviceList><service><serviceType>urn:schemas-upnp-org:service:Layer3Forwarding:1</serviceType>
<controlURL>/l3f</controlURL></service>
<service> <serviceType>{SERVICE}</serviceType><controlURL>/ctl</controlURL></service></serviceList></device></root>"""


def test_a_search_is_a_multicast_request():
    assert search_request(IGD).startswith(b"M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\n")
    assert search_request(IGD).endswith(f"ST: {IGD}\r\n\r\n".encode())


def test_the_description_of_a_router_is_found():
    assert read_search_reply(REPLY.encode(), ROUTER) == f"http://{ROUTER}:5000/root.xml"


@pytest.mark.parametrize(
    "reply",
    [
        REPLY.replace(IGD, "upnp:rootdevice"),
        REPLY.replace("200 OK", "404 Not Found"),
        REPLY.replace(ROUTER, "192.168.1.66"),
        REPLY.replace("http:", "file:"),
        REPLY.replace(":5000", ":x"),
        "",
    ],
)
def test_other_replies_are_ignored(reply):
    assert read_search_reply(reply.encode(), ROUTER) is None


def test_the_control_service_is_found():
    assert read_description(DESCRIPTION, f"http://{ROUTER}:5000/a/root.xml") == ControlService(
        f"http://{ROUTER}:5000/ctl", SERVICE
    )


def test_a_description_cannot_send_requests_to_another_machine():
    elsewhere = DESCRIPTION.replace("/ctl", "http://192.168.1.66/ctl")
    assert read_description(elsewhere, f"http://{ROUTER}:5000/root.xml") is None
    based = DESCRIPTION.replace("<device>", "<URLBase>http://192.168.1.66</URLBase><device>")
    assert read_description(based, f"http://{ROUTER}:5000/root.xml") is None


def test_a_request_names_its_action_and_escapes_its_values():
    headers, body = soap_request(ControlService("http://x/ctl", SERVICE), "Add", {"A": 1, "B": "<&"})
    assert headers["SOAPAction"] == f'"{SERVICE}#Add"'
    assert b"<A>1</A><B>&lt;&amp;</B>" in body


def test_a_reply_is_read_and_an_error_is_told_in_words():
    reply = "<s:Body><u:R><NewExternalIPAddress>93.184.216.34</NewExternalIPAddress></u:R></s:Body>"
    assert read_soap_reply(200, reply, "NewExternalIPAddress") == "93.184.216.34"
    with pytest.raises(SoapError, match="another machine has this port") as error:
        read_soap_reply(500, "<UPnPError><errorCode>718</errorCode></UPnPError>")
    assert error.value.code == 718
    with pytest.raises(SoapError, match="makes no sense"):
        read_soap_reply(500, "nonsense")


def test_answers_in_chunks_are_put_together():
    whole = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"
    assert read_http(whole) == (200, "abcde")
    assert read_http(b"HTTP/1.0 500 Oh\r\n\r\nno") == (500, "no")


@given(st.binary(max_size=200))
def test_any_answer_is_read_or_an_error(data):
    for start in (b"", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"):
        try:
            status, text = read_http(start + data)
        except ValueError:
            continue
        assert read_description(text, f"http://{ROUTER}/") is None or status


@pytest.mark.parametrize("piece", ["<service>", "<", "<serviceType", "<a:", "<URLBase >"])
def test_a_hostile_description_takes_little_time(piece):
    text = piece * (256 * 1024 // len(piece))
    began = time.process_time()
    read_description(text, f"http://{ROUTER}/")
    assert time.process_time() - began < 2
