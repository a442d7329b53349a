import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.config.config import (
    ALL,
    DEFAULT_LISTEN,
    MAX_OFFSET_MS,
    MAX_ROOMS,
    PasswordConfig,
    RoomConfig,
    RoomsConfig,
    parse,
    render,
    validate,
)

texts = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=20)
names = texts.map(str.strip).filter(bool)
hosts = st.from_regex(r"[a-z][a-z0-9.-]{0,20}", fullmatch=True) | st.ip_addresses().map(str)
permissions = st.lists(st.sampled_from(ALL), unique=True).map(tuple)
rooms = st.builds(
    RoomConfig,
    name=names,
    host=hosts,
    port=st.integers(1, 65535),
    password=texts,
    folder=st.sampled_from(["", "/srv/music", "~/Music", "fern@10.0.0.7:Music", "C:\\Music"]),
    on=st.booleans(),
    trim=st.integers(-100, 100),
    offset_ms=st.floats(-MAX_OFFSET_MS, MAX_OFFSET_MS),
)
configs = st.builds(
    RoomsConfig,
    listen=st.sampled_from([DEFAULT_LISTEN, "[::]:6600", ":0"]),
    rooms=st.lists(rooms, max_size=5, unique_by=(lambda room: room.name, lambda room: room.address)).map(tuple),
    passwords=st.lists(st.builds(PasswordConfig, texts.filter(bool), permissions), max_size=3).map(tuple),
    default_permissions=st.none() | permissions,
    patience_ms=st.integers(0, 30_000),
    estimator=st.sampled_from(["median", "minimum", "ewma", "two-means"]),
    threshold_ms=st.floats(0.5, 1000),
    redundancy=st.integers(1, 16),
)
KITCHEN = RoomConfig("Kitchen", "10.0.0.7")
HALL = RoomConfig("Hall", "10.0.0.8")


@given(configs)
def test_a_rendered_configuration_is_parsed_to_the_same(config):
    assert parse(render(config)) == config


@given(configs)
def test_a_parsed_configuration_is_valid(config):
    assert validate(config) == config


def test_only_values_that_differ_from_the_default_are_written():
    text = render(RoomsConfig(rooms=(KITCHEN,))).decode()
    body = [line for line in text.splitlines() if line and line[0] != "#"]
    assert body == ["[[rooms]]", 'name = "Kitchen"', 'host = "10.0.0.7"']


def test_the_explanation_names_every_setting_and_its_default():
    lines = [line.lstrip("# ") for line in render(RoomsConfig()).decode().splitlines()]
    for kind in (RoomsConfig, RoomConfig, PasswordConfig):
        for field in msgspec.structs.fields(kind):
            explained = [line for line in lines if line.startswith((f"{field.name} = ", f"[[{field.name}]]"))]
            assert explained, field.name
    assert f'listen = "{DEFAULT_LISTEN}"' in "\n".join(lines)


def test_the_settings_in_the_explanation_are_valid():
    lines = [line.removeprefix("# ") for line in render(RoomsConfig()).decode().splitlines()]
    used = "\n".join(line for line in lines if line.startswith("[[") or " = " in line.partition("#")[0])
    config = parse(used.encode())
    assert config.room("Kitchen") == KITCHEN
    assert config.passwords == (PasswordConfig("..."),)
    assert config.default_permissions == ()


def test_an_empty_file_is_the_default():
    assert parse(b"") == parse(b"\n# a remark\n") == RoomsConfig()


def test_the_older_format_is_read():
    config = parse(b"# ours\r\nlocalhost:6667 fern ~/Music\r\n\r\n10.0.0.7:3000\n")
    assert config.rooms == (
        RoomConfig("localhost", "localhost", 6667, folder="fern@localhost:~/Music"),
        RoomConfig("10.0.0.7", "10.0.0.7", 3000),
    )


def test_a_byte_order_mark_is_ignored():
    assert parse(b"\xef\xbb\xbfredundancy = 3") == RoomsConfig(redundancy=3)


def test_rooms_without_a_name_are_named_after_their_host():
    rooms = ['host="a"', 'host="a"\nport=1', 'name="a:1"\nhost="b"', 'name=""\nhost="c"']
    text = "\n".join(f"[[rooms]]\n{room}" for room in rooms)
    assert [room.name for room in parse(text.encode()).rooms] == ["a", "a 2", "a:1", "c"]
    assert [room.name for room in parse(b"a:1\na:2\na:3").rooms] == ["a", "a:2", "a:3"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (b"\nredundancy = ", 2, "Invalid value"),
        (b"\nredundancy = 3\nx y", 3, "Expected '='"),
        (b"a = 1\na = 2", 2, "Cannot overwrite"),
        (b"redundancy = 0", 1, "redundancy must be at least 1"),
        (b"\n\nestimator = 'best'", 3, "estimator cannot be 'best'"),
        (b"threshold_ms = nan", 1, "threshold_ms"),
        (b"listen = 'here'", 1, "'here' is not HOST:PORT"),
        (b"listen = ':70000'", 1, "between 0 and 65535"),
        (b"rooms = 3", 1, "rooms must be a list"),
        (b"rooms = [3]", 1, "rooms[0] must be a table"),
        (b"\nhost = 'x'", 2, "no setting called host"),
        (b"[[rooms]]\nhost = 'a'\n\n[[rooms]]\nhost = 'b'\ntrim = 101", 6, "trim must be at most 100"),
        (b"[[rooms]]\nhost = 'a'\n[[ rooms ]]\nname = 'b'", 3, "host is missing"),
        (b"[[rooms]]\nhost = 'a'\noffset = 3", 3, "no setting called offset"),
        (b"[[rooms]]\nname = 'x'\n[[rooms]]\nhost = 'b'", 1, "host is missing"),
        (b"[[rooms]]\nhost = 'a'\n[[rooms]]\nhost = 'A'", 4, "another room has the host a:6600"),
        (b"[[rooms]]\nname = 'x'\nhost = 'a'\n[[rooms]]\nname = 'x'\nhost = 'b'", 5, "another room has the name x"),
        (b"[[rooms]]\nhost = '10.0.0.7:6600'", 2, "the port has a field of its own"),
        (b"[[rooms]]\nhost = 'a'\nfolder = 'Music'", 3, "neither a whole path"),
        (b'[[rooms]]\nhost = "a"\nname = "a\\nb"', 3, "no control characters"),
        (b'[[rooms]]\nhost = "a"\nname = " a"', 3, "no spaces around it"),
        (b'[[rooms]]\nhost = "a"\npassword = "a\\nb"', 3, "a password has no control characters"),
        (b'[[passwords]]\npassword = "a\\nb"', 2, "a password has no control characters"),
        (b"[[passwords]]\npassword = ''", 2, "password must not be empty"),
        (b"[[passwords]]\npassword = 'x'\npermissions = ['fly']", 3, "'fly'"),
        (b"redundancy = 3\nfern = '\xff'", 2, "not text in UTF-8"),
        (b"# ours\nlocalhost:6600\nlocalhost", 3, "'localhost' is not HOST:PORT"),
        (b"localhost:6600\nlocalhost:6600", 2, "another room has the host localhost:6600"),
    ],
)
def test_an_invalid_file_is_refused_with_the_line(text, line, words):
    with pytest.raises(DrumCircleError, match="cannot be understood") as refused:
        parse(text)
    assert words in refused.value.what
    assert f"at line {line}" in refused.value.what
    assert "line" in refused.value.todo


@pytest.mark.parametrize("text", ["a = " + "[" * 30_000, "a." * 30_000 + "b = 1", "a = 1" + "0" * 5_000])
def test_a_file_that_is_hard_to_read_is_refused_at_once(text):
    with pytest.raises(DrumCircleError, match="cannot be understood: it is n"):
        parse(text.encode())


def test_too_many_rooms_are_refused():
    text = "\n".join(f"10.0.0.{number}:6600" for number in range(MAX_ROOMS + 1))
    with pytest.raises(DrumCircleError, match=f"more than {MAX_ROOMS}"):
        parse(text.encode())


def test_without_passwords_clients_have_all_permissions_as_with_mpd():
    assert RoomsConfig().permissions == ALL
    guarded = RoomsConfig(passwords=(PasswordConfig("oak"),))
    assert guarded.permissions == ()
    assert msgspec.structs.replace(guarded, default_permissions=("read",)).permissions == ("read",)


def test_milliseconds_in_micros():
    config = RoomsConfig(rooms=(RoomConfig("a", "a", offset_ms=-12.5),), patience_ms=2, threshold_ms=0.75)
    assert (config.patience, config.threshold, config.rooms[0].offset) == (2000, 750, -12_500)


def test_rooms_are_added_replaced_and_removed():
    config = RoomsConfig().with_room(KITCHEN).with_room(HALL)
    assert config.rooms == (KITCHEN, HALL)
    renamed = msgspec.structs.replace(KITCHEN, name="Cellar")
    assert config.with_room(renamed, instead_of="Kitchen").rooms == (renamed, HALL)
    assert config.without_room("Kitchen").rooms == (HALL,)
    assert config.room("Hall") == HALL
    assert config.room("Attic") is None
    assert config.with_room(RoomConfig("", "attic")).rooms[-1].name == "attic"


@pytest.mark.parametrize(
    "room",
    [KITCHEN, RoomConfig("Attic", "10.0.0.7"), RoomConfig("Attic", "a b"), RoomConfig("Attic", "a", 0)],
)
def test_a_room_with_an_invalid_value_is_refused(room):
    with pytest.raises(DrumCircleError, match="This cannot be saved"):
        RoomsConfig().with_room(KITCHEN).with_room(room)


def test_rooms_have_addresses_for_people():
    assert (KITCHEN.address, RoomConfig("a", "::1").address) == ("10.0.0.7:6600", "[::1]:6600")
    assert RoomConfig("a", "@mpd").address == "@mpd"


@pytest.mark.parametrize("host", ["/run/mpd/socket", "@mpd"])
def test_a_room_may_be_a_local_socket(host):
    config = RoomsConfig().with_room(RoomConfig("", host))
    assert parse(render(config)) == config
    assert parse(f"{host} ~/Music".encode()).rooms[0] == RoomConfig(host, host, folder="~/Music")
