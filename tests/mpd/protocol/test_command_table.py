"""The command table. The permissions are those that MPD 0.23.12 grants to a password with that permission alone."""

import pytest

from drumcircle_gui.mpd.protocol.command_table import (
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
WITHOUT_NEIGHBORS = {"listneighbors"}
SINCE_0_24 = {"playlistlength", "protocol", "searchcount", "searchplaylist"}
SINCE_0_24 |= {"stickernames", "stickernamestypes", "stickertypes"}


def test_the_table_holds_every_command_of_mpd_and_no_other():
    known = {name for names in ALLOWED.values() for name in names.split()}
    assert set(COMMANDS) == known | WITHOUT_NEIGHBORS | SINCE_0_24


@pytest.mark.parametrize("name", ALLOWED)
def test_a_permission_allows_the_same_commands_as_in_mpd(name):
    only = parse_permissions(name) if name else Permission.NONE
    free = set(ALLOWED[""].split())
    allowed = {each.name for each in COMMANDS.values() if each.permission & only == each.permission}
    wanted = set(ALLOWED[name].split()) | free | (set(ALLOWED["player"].split()) if name == "control" else set())
    assert allowed - SINCE_0_24 - WITHOUT_NEIGHBORS == wanted


def test_a_command_is_found_by_its_exact_name():
    for name in COMMANDS:
        assert find_command([name.encode(), b"x"]) is COMMANDS[name]
        assert COMMANDS[name].name == name
        assert find_command([name.upper().encode()]) is None


def test_an_unknown_command_is_not_found():
    assert find_command([b"nonsense"]) is None
    assert find_command([b"\xff"]) is None


def test_sticker_queries_are_reads_and_other_sticker_commands_are_mirrored():
    for what in (b"get", b"list", b"find"):
        assert find_command([b"sticker", what, b"song"]) == Command("sticker", CommandKind.READ, Permission.ADMIN)
    for words in ([b"sticker"], [b"sticker", b"set", b"song"], [b"sticker", b"delete"], [b"sticker", b"inc"]):
        assert find_command(words) is COMMANDS["sticker"]
    assert COMMANDS["sticker"].modifies


def test_commands_that_read_do_not_modify():
    reading = {CommandKind.READ, CommandKind.CONNECTION, CommandKind.REPLY_FORMAT, CommandKind.REFUSED}
    assert not any(each.modifies for each in COMMANDS.values() if each.kind in reading)
    changing = ALLOWED["add"] + " " + ALLOWED["player"] + " update rescan sticker playlistadd rm save"
    assert all(COMMANDS[name].modifies for name in changing.split())


def test_arguments_that_are_ids_are_listed():
    ids = {each.name: each.id_arguments for each in COMMANDS.values() if each.id_arguments}
    assert ids.pop("prioid") == tuple(range(1, 63))  # as many as MPD takes
    assert ids.pop("swapid") == (0, 1)
    first = {"playlistid", "addtagid", "cleartagid", "rangeid", "deleteid", "moveid", "playid", "seekid"}
    assert ids == dict.fromkeys(first, (0,))
    assert {each.name for each in COMMANDS.values() if each.version_argument} == {"plchanges", "plchangesposid"}


def test_replies_that_contain_ids_are_listed():
    changes = {"addid", "update", "rescan"}
    found = {"playlistinfo", "playlistid", "playlistfind", "playlistsearch", "plchanges", "plchangesposid"}
    numbered = {"status", "currentsong", *found, *changes}
    assert {each.name for each in COMMANDS.values() if each.reply_has_ids} == numbered


def test_permissions_have_the_names_of_mpds_configuration():
    assert parse_permissions("read, add") == parse_permissions(("read", "add")) == Permission.READ | Permission.ADD
    assert parse_permissions("control") == Permission.CONTROL | Permission.PLAYER
    assert parse_permissions(()) == Permission.NONE
    assert parse_permissions("read,add,player,control,admin") == Permission.ALL
    with pytest.raises(KeyError):
        parse_permissions("everything")
