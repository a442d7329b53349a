"""Every command of MPD 0.23 and 0.24: its kind and the permission it needs. The proxy's policy in one table.

The permissions are those that MPD 0.23.12 requires (`src/command/AllCommands.cxx`).
"""

from dataclasses import dataclass
from enum import Enum, Flag, auto


class CommandKind(Enum):
    """How the proxy carries out a command."""

    READ = auto()
    """The lead room answers."""
    PLAYER = auto()
    """Makes sound start, jump or stop: all rooms do it together."""
    QUEUE = auto()
    """Changes the queue: the lead room does it, then the followers get the same queue."""
    OPTION = auto()
    """Changes an option in `status`: the lead room does it, then the followers get the same options."""
    VOLUME = auto()
    """Changes or reads the group's volume."""
    MIRROR = auto()
    """Changes what a room stores (stored playlists, stickers, mounts): the lead room does it, then each follower."""
    UPDATE = auto()
    """Starts a database update in every room."""
    OUTPUT = auto()
    """Concerns outputs; the group's outputs are its rooms."""
    CONNECTION = auto()
    """Concerns the client's own connection; the proxy answers."""
    REPLY_FORMAT = auto()
    """Sets the format of replies on the client's own connection."""
    REFUSED = auto()
    """Not carried out, since it would affect the rooms in ways that the proxy cannot mirror."""


class Permission(Flag):
    """What a client may do, as in MPD's `default_permissions`. CONTROL includes PLAYER."""

    NONE = 0
    READ = auto()
    ADD = auto()
    PLAYER = auto()
    CONTROL = auto()
    ADMIN = auto()
    ALL = READ | ADD | PLAYER | CONTROL | ADMIN


@dataclass(frozen=True, slots=True)
class Command:
    """`id_arguments`: the arguments (counted from 0) that are song ids. `version_argument`: the first argument is a
    queue version. `reply_has_ids`: the reply contains song ids, queue versions or update job numbers."""

    name: str
    kind: CommandKind
    permission: Permission
    id_arguments: tuple[int, ...] = ()
    version_argument: bool = False
    reply_has_ids: bool = False

    @property
    def modifies(self) -> bool:
        """Whether the command can change the state of a room."""
        return self.kind in _MODIFYING_KINDS and self.name not in _QUERIES


_MODIFYING_KINDS = {
    CommandKind.PLAYER,
    CommandKind.QUEUE,
    CommandKind.OPTION,
    CommandKind.VOLUME,
    CommandKind.MIRROR,
    CommandKind.UPDATE,
    CommandKind.OUTPUT,
}
_QUERIES = {"getvol", "outputs"}
"""Commands of a modifying kind that only read."""

_READ, _QUEUE, _PLAYER = CommandKind.READ, CommandKind.QUEUE, CommandKind.PLAYER

_PLAIN: tuple[tuple[CommandKind, Permission, str], ...] = (
    (
        _READ,
        Permission.READ,
        "albumart count decoders find getfingerprint list listall listallinfo listfiles listmounts listneighbors "
        "listplaylist listplaylistinfo listplaylists lsinfo playlist playlistlength readcomments readpicture "
        "replay_gain_status search searchcount searchplaylist stats urlhandlers",
    ),
    (_READ, Permission.NONE, "ping"),
    (_READ, Permission.ADMIN, "config stickernames stickernamestypes stickertypes"),
    (_PLAYER, Permission.PLAYER, "next pause play previous seek seekcur stop"),
    (_QUEUE, Permission.ADD, "add findadd load searchadd"),
    (_QUEUE, Permission.PLAYER, "clear delete move prio shuffle swap"),
    (
        CommandKind.OPTION,
        Permission.PLAYER,
        "clearerror consume crossfade mixrampdb mixrampdelay random repeat replay_gain_mode single",
    ),
    (CommandKind.VOLUME, Permission.PLAYER, "setvol volume"),
    (CommandKind.VOLUME, Permission.READ, "getvol"),
    (
        CommandKind.MIRROR,
        Permission.CONTROL,
        "playlistadd playlistclear playlistdelete playlistmove rename rm save searchaddpl",
    ),
    (CommandKind.MIRROR, Permission.ADMIN, "mount sticker unmount"),
    (CommandKind.OUTPUT, Permission.READ, "outputs"),
    (CommandKind.OUTPUT, Permission.ADMIN, "disableoutput enableoutput outputset toggleoutput"),
    (CommandKind.CONNECTION, Permission.NONE, "close commands notcommands password"),
    (
        CommandKind.CONNECTION,
        Permission.READ,
        "channels idle listpartitions partition readmessages subscribe unsubscribe",
    ),
    (CommandKind.CONNECTION, Permission.CONTROL, "sendmessage"),
    (CommandKind.REPLY_FORMAT, Permission.NONE, "binarylimit protocol tagtypes"),
    (CommandKind.REFUSED, Permission.ADMIN, "delpartition kill moveoutput newpartition"),
)

_WITH_IDS = (
    Command("status", _READ, Permission.READ, reply_has_ids=True),
    Command("currentsong", _READ, Permission.READ, reply_has_ids=True),
    Command("playlistinfo", _READ, Permission.READ, reply_has_ids=True),
    Command("playlistid", _READ, Permission.READ, id_arguments=(0,), reply_has_ids=True),
    Command("playlistfind", _READ, Permission.READ, reply_has_ids=True),
    Command("playlistsearch", _READ, Permission.READ, reply_has_ids=True),
    Command("plchanges", _READ, Permission.READ, version_argument=True, reply_has_ids=True),
    Command("plchangesposid", _READ, Permission.READ, version_argument=True, reply_has_ids=True),
    Command("addid", _QUEUE, Permission.ADD, reply_has_ids=True),
    Command("addtagid", _QUEUE, Permission.ADD, id_arguments=(0,)),
    Command("cleartagid", _QUEUE, Permission.ADD, id_arguments=(0,)),
    Command("rangeid", _QUEUE, Permission.ADD, id_arguments=(0,)),
    Command("deleteid", _QUEUE, Permission.PLAYER, id_arguments=(0,)),
    Command("moveid", _QUEUE, Permission.PLAYER, id_arguments=(0,)),
    Command("swapid", _QUEUE, Permission.PLAYER, id_arguments=(0, 1)),
    Command("prioid", _QUEUE, Permission.PLAYER, id_arguments=tuple(range(1, 63))),
    Command("playid", _PLAYER, Permission.PLAYER, id_arguments=(0,)),
    Command("seekid", _PLAYER, Permission.PLAYER, id_arguments=(0,)),
    Command("update", CommandKind.UPDATE, Permission.CONTROL, reply_has_ids=True),
    Command("rescan", CommandKind.UPDATE, Permission.CONTROL, reply_has_ids=True),
)

COMMANDS: dict[str, Command] = {
    **{name: Command(name, kind, permission) for kind, permission, names in _PLAIN for name in names.split()},
    **{command.name: command for command in _WITH_IDS},
}
"""Every command by its name."""

_STICKER_QUERIES = {b"get", b"list", b"find"}


def find_command(words: list[bytes]) -> Command | None:
    """The command that a request's words name; None for an unknown one. `sticker get`, `list` and `find` only read."""
    command = COMMANDS.get(words[0].decode("ascii", "replace"))
    if command and command.name == "sticker" and len(words) > 1 and words[1] in _STICKER_QUERIES:
        return Command("sticker", CommandKind.READ, command.permission)
    return command


def parse_permissions(names: str | tuple[str, ...]) -> Permission:
    """Permissions from their names, as in MPD's configuration ("read,add") or a tuple. Raises KeyError for others."""
    found = Permission.NONE
    for name in names.split(",") if isinstance(names, str) else names:
        found |= Permission[name.strip().upper()]
    return found | (Permission.PLAYER if Permission.CONTROL in found else Permission.NONE)
