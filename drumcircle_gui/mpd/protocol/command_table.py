"""Every command of MPD 0.23 and 0.24: what kind it is, and who may give it. The whole policy of the proxy in one table.

The permissions are those that MPD 0.23.12 was seen to ask for (`src/command/AllCommands.cxx`).
"""

from dataclasses import dataclass
from enum import Enum, Flag, auto


class CommandKind(Enum):
    """What becomes of a command."""

    READ = auto()
    """Answered by the leading room."""
    PLAYER = auto()
    """Makes sound start, jump or stop: done by all rooms together."""
    QUEUE = auto()
    """Changes the queue: done by the leading room, then the others are brought to the same."""
    OPTION = auto()
    """Changes an option that `status` tells: likewise."""
    VOLUME = auto()
    """Concerns the group's volume."""
    MIRROR = auto()
    """Changes what a room keeps (stored playlists, stickers, mounts): done by the leading room, then by each other."""
    UPDATE = auto()
    """Begins an update of the database, in every room."""
    OUTPUT = auto()
    """Concerns outputs, which are the rooms."""
    CONNECTION = auto()
    """Concerns the client's own connection only, and is answered by the proxy."""
    REPLY_FORMAT = auto()
    """Concerns how replies look on the client's own connection."""
    REFUSED = auto()
    """Not carried across rooms."""


class Permission(Flag):
    """What a client may do; see MPD's `default_permissions`. "control" includes "player"."""

    NONE = 0
    READ = auto()
    ADD = auto()
    PLAYER = auto()
    CONTROL = auto()
    ADMIN = auto()
    ALL = READ | ADD | PLAYER | CONTROL | ADMIN


@dataclass(frozen=True, slots=True)
class Command:
    """`ids`: which arguments (counted from 0) are song ids; `version`: whether the first is the queue's version.
    `numbered`: whether the reply has song ids, versions or job numbers in it."""

    name: str
    kind: CommandKind
    permission: Permission
    id_arguments: tuple[int, ...] = ()
    version_argument: bool = False
    reply_has_ids: bool = False

    @property
    def modifies(self) -> bool:
        """Whether anything in the rooms is another afterwards."""
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

_PLAIN: dict[tuple[CommandKind, Permission], str] = {
    (
        CommandKind.READ,
        Permission.READ,
    ): "albumart count decoders find getfingerprint list listall listallinfo listfiles "
    "listmounts listneighbors listplaylist listplaylistinfo listplaylists lsinfo playlist playlistlength readcomments "
    "readpicture replay_gain_status search searchcount searchplaylist stats urlhandlers",
    (CommandKind.READ, Permission.NONE): "ping",
    (CommandKind.READ, Permission.ADMIN): "config stickernames stickernamestypes stickertypes",
    (CommandKind.PLAYER, Permission.PLAYER): "next pause play previous seek seekcur stop",
    (CommandKind.QUEUE, Permission.ADD): "add findadd load searchadd",
    (CommandKind.QUEUE, Permission.PLAYER): "clear delete move prio shuffle swap",
    (CommandKind.OPTION, Permission.PLAYER): "clearerror consume crossfade mixrampdb mixrampdelay random repeat "
    "replay_gain_mode single",
    (CommandKind.VOLUME, Permission.PLAYER): "setvol volume",
    (CommandKind.VOLUME, Permission.READ): "getvol",
    (CommandKind.MIRROR, Permission.CONTROL): "playlistadd playlistclear playlistdelete playlistmove rename rm save "
    "searchaddpl",
    (CommandKind.MIRROR, Permission.ADMIN): "mount sticker unmount",
    (CommandKind.OUTPUT, Permission.READ): "outputs",
    (CommandKind.OUTPUT, Permission.ADMIN): "disableoutput enableoutput outputset toggleoutput",
    (CommandKind.CONNECTION, Permission.NONE): "close commands notcommands password",
    (
        CommandKind.CONNECTION,
        Permission.READ,
    ): "channels idle listpartitions partition readmessages subscribe unsubscribe",
    (CommandKind.CONNECTION, Permission.CONTROL): "sendmessage",
    (CommandKind.REPLY_FORMAT, Permission.NONE): "binarylimit protocol tagtypes",
    (CommandKind.REFUSED, Permission.ADMIN): "delpartition kill moveoutput newpartition",
}

_NUMBERED = (
    Command("status", CommandKind.READ, Permission.READ, reply_has_ids=True),
    Command("currentsong", CommandKind.READ, Permission.READ, reply_has_ids=True),
    Command("playlistinfo", CommandKind.READ, Permission.READ, reply_has_ids=True),
    Command("playlistid", CommandKind.READ, Permission.READ, id_arguments=(0,), reply_has_ids=True),
    Command("playlistfind", CommandKind.READ, Permission.READ, reply_has_ids=True),
    Command("playlistsearch", CommandKind.READ, Permission.READ, reply_has_ids=True),
    Command("plchanges", CommandKind.READ, Permission.READ, version_argument=True, reply_has_ids=True),
    Command("plchangesposid", CommandKind.READ, Permission.READ, version_argument=True, reply_has_ids=True),
    Command("addid", CommandKind.QUEUE, Permission.ADD, reply_has_ids=True),
    Command("addtagid", CommandKind.QUEUE, Permission.ADD, id_arguments=(0,)),
    Command("cleartagid", CommandKind.QUEUE, Permission.ADD, id_arguments=(0,)),
    Command("rangeid", CommandKind.QUEUE, Permission.ADD, id_arguments=(0,)),
    Command("deleteid", CommandKind.QUEUE, Permission.PLAYER, id_arguments=(0,)),
    Command("moveid", CommandKind.QUEUE, Permission.PLAYER, id_arguments=(0,)),
    Command("swapid", CommandKind.QUEUE, Permission.PLAYER, id_arguments=(0, 1)),
    Command("prioid", CommandKind.QUEUE, Permission.PLAYER, id_arguments=tuple(range(1, 63))),
    Command("playid", CommandKind.PLAYER, Permission.PLAYER, id_arguments=(0,)),
    Command("seekid", CommandKind.PLAYER, Permission.PLAYER, id_arguments=(0,)),
    Command("update", CommandKind.UPDATE, Permission.CONTROL, reply_has_ids=True),
    Command("rescan", CommandKind.UPDATE, Permission.CONTROL, reply_has_ids=True),
)

COMMANDS: dict[str, Command] = {
    **{name: Command(name, kind, permission) for (kind, permission), names in _PLAIN.items() for name in names.split()},
    **{command.name: command for command in _NUMBERED},
}

STICKER_QUERIES = {b"get", b"list", b"find"}
BINARY_COMMANDS = {"albumart", "readpicture"}


def find_command(words: list[bytes]) -> Command | None:
    """The command that a request names; None if there is no such thing."""
    command = COMMANDS.get(words[0].decode("ascii", "replace"))
    if command and command.name == "sticker" and len(words) > 1 and words[1] in STICKER_QUERIES:
        return Command("sticker", CommandKind.READ, command.permission)
    return command


def parse_permissions(names: str | tuple[str, ...]) -> Permission:
    """From names as in MPD's configuration: ("read", "add"). KeyError for others."""
    found = Permission.NONE
    for name in names.split(",") if isinstance(names, str) else names:
        found |= Permission[name.strip().upper()]
    return found | (Permission.PLAYER if Permission.CONTROL in found else Permission.NONE)
