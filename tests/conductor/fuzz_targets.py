"""Fuzz targets of what conductors type or open: lines of scripts, and hubs' addresses and links."""

from drumcircle_gui.conductor.script import parse_line
from drumcircle_gui.directory.hub_address import HubAddress
from tests.tools.circle_snapshots import circle
from tests.tools.fuzz.inputs import damaged_text
from tests.tools.fuzz.registry import fuzz_target

CIRCLE = circle()
LINES = [
    '{"do": "tempo", "bpm": 90}',
    '{"do": "meter", "beats": 12, "cycles": 2}',
    '{"do": "mode", "mode": "faster", "length": 8, "bpm": 140}',
    '{"do": "cue", "word": "Louder", "to": "Fern", "when": "cycle"}',
    '{"do": "groove", "name": "Two", "beats": 2, "division": 1, "low": "Xx"}',
    '{"do": "say", "text": "Hello"}',
    '{"do": "level", "player": "Fern", "level": 50}',
    '{"do": "loop", "level": 50}',
    '{"do": "invite", "label": "school", "uses": 3, "seconds": 60}',
    '{"do": "wait", "seconds": 1.5}',
]


@fuzz_target(
    damaged_text(LINES),
    corpus=[
        "[" * 5000,
        '{"do": "tempo", "bpm": NaN}',
        '{"do": "tempo", "bpm": Infinity}',
        '{"do": "tempo", "bpm": 1e308}',
        '{"do": "tempo", "bpm": 1e-308}',
        '{"do": "tempo", "bpm": 0}',
        '{"do": "wait", "seconds": NaN}',
        '{"do": "meter", "beats": ' + "9" * 4000 + "}",
        '{"do": "start", "circle": 1}',
        '{"do": "mode", "mode": "faster", "bpm": NaN}',
        '{"do": "mode", "mode": "faster", "length": 1' + "0" * 400 + "}",
        '{"do": "groove", "beats": 1' + "0" * 400 + "}",
    ],
)
def script_lines(line: str) -> None:
    """A line requests something of the circle, or is refused with a text."""
    try:
        parsed = parse_line(line)
        if parsed is not None:
            parsed.perform(CIRCLE)
    except ValueError as error:
        assert str(error)


PIN = "0123456789abcdef" * 4


@fuzz_target(
    damaged_text(
        [
            "hub.example.org:7400",
            "[2001:db8::1%eth0]:7400",
            f"drumcircle://h:1/School%20hub?hub=1&pin={PIN}",
            "drumcircle://[fe80::1]:1/?hub=1&pin=none",
        ]
    ),
    corpus=[
        "drumcircle",
        "drumcircle://[",
        "drumcircle://h:1/?" + "a&" * 50_000,
        "drumcircle:" + "[" * 99,
        "h:" + "9" * 5000,
    ],
)
def hub_addresses(text: str) -> None:
    """A text is the address of a hub, or is refused with a text."""
    try:
        address = HubAddress.parse(text)
    except ValueError as error:
        assert str(error)
        return
    assert HubAddress.parse(str(address)) == address.with_pin("")
    if address.pin:
        assert HubAddress.parse(address.link(text)) == address
