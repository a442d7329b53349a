"""Every command of MPD 0.23 and 0.24: what kind it is, and who may give it. The whole policy of the proxy in one table.

The permissions are those that MPD 0.23.12 was seen to ask for (`src/command/AllCommands.cxx`).
"""

from dataclasses import dataclass
from enum import Enum, Flag, auto


class Kind(Enum):
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
    TUNING = auto()
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
    kind: Kind
    permission: Permission
    ids: tuple[int, ...] = ()
    version: bool = False
    numbered: bool = False

    @property
    def changes(self) -> bool:
        """Whether anything in the rooms is another afterwards."""
        return self.kind in _CHANGING and self.name not in _TELLING


_CHANGING = {Kind.PLAYER, Kind.QUEUE, Kind.OPTION, Kind.VOLUME, Kind.MIRROR, Kind.UPDATE, Kind.OUTPUT}
_TELLING = {"getvol", "outputs"}

_PLAIN: dict[tuple[Kind, Permission], str] = {
    (Kind.READ, Permission.READ): "albumart count decoders find getfingerprint list listall listallinfo listfiles "
    "listmounts listneighbors listplaylist listplaylistinfo listplaylists lsinfo playlist playlistlength readcomments "
    "readpicture replay_gain_status search searchcount searchplaylist stats urlhandlers",
    (Kind.READ, Permission.NONE): "ping",
    (Kind.READ, Permission.ADMIN): "config stickernames stickernamestypes stickertypes",
    (Kind.PLAYER, Permission.PLAYER): "next pause play previous seek seekcur stop",
    (Kind.QUEUE, Permission.ADD): "add findadd load searchadd",
    (Kind.QUEUE, Permission.PLAYER): "clear delete move prio shuffle swap",
    (Kind.OPTION, Permission.PLAYER): "clearerror consume crossfade mixrampdb mixrampdelay random repeat "
    "replay_gain_mode single",
    (Kind.VOLUME, Permission.PLAYER): "setvol volume",
    (Kind.VOLUME, Permission.READ): "getvol",
    (Kind.MIRROR, Permission.CONTROL): "playlistadd playlistclear playlistdelete playlistmove rename rm save "
    "searchaddpl",
    (Kind.MIRROR, Permission.ADMIN): "mount sticker unmount",
    (Kind.OUTPUT, Permission.READ): "outputs",
    (Kind.OUTPUT, Permission.ADMIN): "disableoutput enableoutput outputset toggleoutput",
    (Kind.CONNECTION, Permission.NONE): "close commands notcommands password",
    (Kind.CONNECTION, Permission.READ): "channels idle listpartitions partition readmessages subscribe unsubscribe",
    (Kind.CONNECTION, Permission.CONTROL): "sendmessage",
    (Kind.TUNING, Permission.NONE): "binarylimit protocol tagtypes",
    (Kind.REFUSED, Permission.ADMIN): "delpartition kill moveoutput newpartition",
}

_NUMBERED = (
    Command("status", Kind.READ, Permission.READ, numbered=True),
    Command("currentsong", Kind.READ, Permission.READ, numbered=True),
    Command("playlistinfo", Kind.READ, Permission.READ, numbered=True),
    Command("playlistid", Kind.READ, Permission.READ, ids=(0,), numbered=True),
    Command("playlistfind", Kind.READ, Permission.READ, numbered=True),
    Command("playlistsearch", Kind.READ, Permission.READ, numbered=True),
    Command("plchanges", Kind.READ, Permission.READ, version=True, numbered=True),
    Command("plchangesposid", Kind.READ, Permission.READ, version=True, numbered=True),
    Command("addid", Kind.QUEUE, Permission.ADD, numbered=True),
    Command("addtagid", Kind.QUEUE, Permission.ADD, ids=(0,)),
    Command("cleartagid", Kind.QUEUE, Permission.ADD, ids=(0,)),
    Command("rangeid", Kind.QUEUE, Permission.ADD, ids=(0,)),
    Command("deleteid", Kind.QUEUE, Permission.PLAYER, ids=(0,)),
    Command("moveid", Kind.QUEUE, Permission.PLAYER, ids=(0,)),
    Command("swapid", Kind.QUEUE, Permission.PLAYER, ids=(0, 1)),
    Command("prioid", Kind.QUEUE, Permission.PLAYER, ids=tuple(range(1, 63))),
    Command("playid", Kind.PLAYER, Permission.PLAYER, ids=(0,)),
    Command("seekid", Kind.PLAYER, Permission.PLAYER, ids=(0,)),
    Command("update", Kind.UPDATE, Permission.CONTROL, numbered=True),
    Command("rescan", Kind.UPDATE, Permission.CONTROL, numbered=True),
)

COMMANDS: dict[str, Command] = {
    **{name: Command(name, kind, permission) for (kind, permission), names in _PLAIN.items() for name in names.split()},
    **{command.name: command for command in _NUMBERED},
}

READING_STICKERS = {b"get", b"list", b"find"}
BINARY = {"albumart", "readpicture"}


def find(words: list[bytes]) -> Command | None:
    """The command that a request names; None if there is no such thing."""
    command = COMMANDS.get(words[0].decode("ascii", "replace"))
    if command and command.name == "sticker" and len(words) > 1 and words[1] in READING_STICKERS:
        return Command("sticker", Kind.READ, command.permission)
    return command


def permissions(names: str | tuple[str, ...]) -> Permission:
    """From names as in MPD's configuration: ("read", "add"). KeyError for others."""
    found = Permission.NONE
    for name in names.split(",") if isinstance(names, str) else names:
        found |= Permission[name.strip().upper()]
    return found | (Permission.PLAYER if Permission.CONTROL in found else Permission.NONE)
