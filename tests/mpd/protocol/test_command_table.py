"""The table of commands. Who may give which is what MPD 0.23.12 was seen to allow with a password for that alone."""

import pytest

from drumcircle_gui.mpd.protocol.command_table import (
    BINARY_COMMANDS,
    COMMANDS,
    Command,
    CommandKind,
    Permission,
    find_command,
    parse_permissions,
)

ALLOWED = {
    "": "binarylimit close commands notcommands password ping tagtypes",
    "read": "albumart channels count currentsong decoders find getfingerprint getvol idle list listall listallinfo "
    "listfiles listmounts listpartitions listplaylist listplaylistinfo listplaylists lsinfo outputs partition playlist "
    "playlistfind playlistid playlistinfo playlistsearch plchanges plchangesposid readcomments readmessages "
    "readpicture replay_gain_status search stats status subscribe unsubscribe urlhandlers",
    "add": "add addid addtagid cleartagid findadd load rangeid searchadd",
    "player": "clear clearerror consume crossfade delete deleteid mixrampdb mixrampdelay move moveid next pause play "
    "playid previous prio prioid random repeat replay_gain_mode seek seekcur seekid setvol shuffle single stop swap "
    "swapid volume",
    "control": "playlistadd playlistclear playlistdelete playlistmove rename rescan rm save searchaddpl sendmessage "
    "update",
    "admin": "config delpartition disableoutput enableoutput kill mount moveoutput newpartition outputset sticker "
    "toggleoutput unmount",
}
WITHOUT_A_NEIGHBOUR = {"listneighbors"}
SINCE_0_24 = {"playlistlength", "protocol", "searchcount", "searchplaylist"}
SINCE_0_24 |= {"stickernames", "stickernamestypes", "stickertypes"}


def test_every_command_of_mpd_is_there_and_no_other():
    known = {name for names in ALLOWED.values() for name in names.split()}
    assert set(COMMANDS) == known | WITHOUT_A_NEIGHBOUR | SINCE_0_24


@pytest.mark.parametrize("name", ALLOWED)
def test_a_permission_allows_what_it_allows_in_mpd(name):
    only = parse_permissions(name) if name else Permission.NONE
    free = set(ALLOWED[""].split())
    allowed = {each.name for each in COMMANDS.values() if each.permission & only == each.permission}
    wanted = set(ALLOWED[name].split()) | free | (set(ALLOWED["player"].split()) if name == "control" else set())
    assert allowed - SINCE_0_24 - WITHOUT_A_NEIGHBOUR == wanted


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_found_by_its_name_alone(name):
    assert find_command([name.encode(), b"x"]) is COMMANDS[name]
    assert COMMANDS[name].name == name
    assert find_command([name.upper().encode()]) is None


def test_what_is_no_command_is_not_found():
    assert find_command([b"nonsense"]) is None
    assert find_command([b"\xff"]) is None


def test_a_sticker_is_only_read_or_changed_in_every_room():
    for what in (b"get", b"list", b"find"):
        assert find_command([b"sticker", what, b"song"]) == Command("sticker", CommandKind.READ, Permission.ADMIN)
    for words in ([b"sticker"], [b"sticker", b"set", b"song"], [b"sticker", b"delete"], [b"sticker", b"inc"]):
        assert find_command(words) is COMMANDS["sticker"]
    assert COMMANDS["sticker"].modifies


def test_reading_changes_nothing():
    reading = {CommandKind.READ, CommandKind.CONNECTION, CommandKind.REPLY_FORMAT, CommandKind.REFUSED}
    assert not any(each.modifies for each in COMMANDS.values() if each.kind in reading)
    changing = ALLOWED["add"] + " " + ALLOWED["player"] + " update rescan sticker playlistadd rm save"
    assert all(COMMANDS[name].modifies for name in changing.split())


def test_the_arguments_that_are_ids_are_known():
    ids = {each.name: each.id_arguments for each in COMMANDS.values() if each.id_arguments}
    assert ids.pop("prioid") == tuple(range(1, 63))  # as many as MPD takes
    assert ids.pop("swapid") == (0, 1)
    first = {"playlistid", "addtagid", "cleartagid", "rangeid", "deleteid", "moveid", "playid", "seekid"}
    assert ids == dict.fromkeys(first, (0,))
    assert {each.name for each in COMMANDS.values() if each.version_argument} == {"plchanges", "plchangesposid"}


def test_replies_with_numbers_in_them_are_known():
    changes = {"addid", "update", "rescan"}
    found = {"playlistinfo", "playlistid", "playlistfind", "playlistsearch", "plchanges", "plchangesposid"}
    numbered = {"status", "currentsong", *found, *changes}
    assert {each.name for each in COMMANDS.values() if each.reply_has_ids} == numbered
    assert set(COMMANDS) >= BINARY_COMMANDS


def test_permissions_are_named_as_in_mpds_configuration():
    assert parse_permissions("read, add") == parse_permissions(("read", "add")) == Permission.READ | Permission.ADD
    assert parse_permissions("control") == Permission.CONTROL | Permission.PLAYER
    assert parse_permissions(()) == Permission.NONE
    assert parse_permissions("read,add,player,control,admin") == Permission.ALL
    with pytest.raises(KeyError):
        parse_permissions("everything")
