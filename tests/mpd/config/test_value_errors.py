"""Words for invalid values."""

import msgspec
import pytest

from drumcircle_gui.mpd.config.config import RoomsConfig
from drumcircle_gui.mpd.config.value_errors import explain

ROOM = {"name": "Hall", "host": "hall"}


@pytest.mark.parametrize(
    ("values", "path", "words"),
    [
        ({"offset": 1}, "offset", "there is no setting called offset"),
        ({"rooms": [{**ROOM, "volume": 1}]}, "rooms[0].volume", "there is no setting called volume"),
        ({"rooms": [{"name": "Hall"}]}, "rooms[0]", "host is missing"),
        ({"estimator": "mean"}, "estimator", "estimator cannot be 'mean'"),
        ({"threshold_ms": float("nan")}, "threshold_ms", "threshold_ms must be at least 0.5"),
        ({"redundancy": 17}, "redundancy", "redundancy must be at most 16"),
        ({"rooms": [{**ROOM, "offset_ms": 1e9}]}, "rooms[0].offset_ms", "offset_ms must be at most 10000"),
        ({"rooms": [{**ROOM, "name": ""}]}, "rooms[0].name", "name must not be empty"),
        ({"rooms": [{**ROOM, "name": "x" * 65}]}, "rooms[0].name", "name has more than 64 characters"),
        ({"rooms": [ROOM] * 65}, "rooms", "rooms: there are more than 64"),
        ({"patience_ms": 1.5}, "patience_ms", "patience_ms must be a whole number"),
        ({"rooms": [{**ROOM, "on": "yes"}]}, "rooms[0].on", "on must be true or false"),
        ({"rooms": [{**ROOM, "host": 7}]}, "rooms[0].host", 'host must be text in quotes ("...")'),
        ({"default_permissions": "read"}, "default_permissions", "default_permissions must be a list"),
        ({"rooms": [3]}, "rooms[0]", "rooms[0] must be a table"),
    ],
)
def test_every_invalid_value_is_explained(values, path, words):
    with pytest.raises(msgspec.ValidationError) as error:
        msgspec.convert(values, RoomsConfig)
    assert explain(str(error.value)) == (path, words)


def test_an_unknown_message_is_passed_on():
    assert explain("Something odd - at `$.rooms[1].port`") == ("rooms[1].port", "port: something odd")
