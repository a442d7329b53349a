"""Messages of a hub's directory: a connection that opens with `OpenDirectory` lists, creates and announces circles.

Each request of such a connection is answered in the order it was sent, by its answer or by a `Declined`. The rules of
`messages` hold here too. Numbers from 31 on.
"""

from typing import Annotated

from msgspec import Meta

from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Micros

from .fields import BeatTime, Count, Host, Key, Message, Name, Piece, Port, Short, Time, Word

MAX_ROWS = 200
"""Listings or accounts in one answer; a search finds the rest."""

MAX_CHANGED = 16
"""Accounts that one request changes."""

MAX_LOGINS = 32
"""Logins of one account."""


# --- pieces ----------------------------------------------------------------------------------------------------------


class CircleListing(Piece, frozen=True):
    """A circle in a directory. `about`: a line by its conductor; `age`: micros since it began; `players`: that are
    connected, without the conductors.

    `host` "" and `port` 0 mean the directory's own address; `pin` is that of an invite, "" for the directory's own.
    `key`: lets anyone join; only circles open to everybody have one here. `circle` is the `Hello`'s.
    """

    id: Key
    name: Name
    about: Short
    tempo: BeatTime
    meter: Meter
    running: bool
    players: Count
    entry: Word
    age: Time
    host: Host = ""
    port: Port = 0
    pin: Key = ""
    circle: Key = ""
    key: Key = ""


class AccountRow(Piece, frozen=True):
    """An account. `state`: "waiting", "enabled" or "disabled"; `role` as in `LoggedIn`; `created`, and when it was
    `seen` last (0: never): wall-clock time in micros."""

    name: Name
    mail: Short
    state: Word
    role: Word
    created: Time
    seen: Time = Micros(0)


class LoginRow(Piece, frozen=True):
    """A login of an account, with a token of its own. `id`: for `EndLogin`; `created`, `seen`: as in an AccountRow;
    `address`: where it was made; `current`: it is the one of this connection."""

    id: Key
    created: Time
    seen: Time
    address: Host = ""
    current: bool = False


class AuditRow(Piece, frozen=True):
    """A line of the audit log: at this wall-clock time in micros, `actor` did `action` to the account `subject`.
    Numbers grow with time."""

    number: Count
    at: Time
    actor: Short
    action: Short
    subject: Short
    address: Host = ""


# --- to the hub ------------------------------------------------------------------------------------------------------


class OpenDirectory(Message, frozen=True, tag=31):
    """The first message of a connection to a hub's directory. `account`: the token of an account, if there is one."""

    version: Count
    agent: Word = ""
    account: Key = ""


class ListCircles(Message, frozen=True, tag=33):
    """Asks for the circles in whose name or `about` every word of `search` occurs. `known`: the revision of the last
    answer to the same search."""

    search: Short = ""
    known: Count = 0


class CreateCircle(Message, frozen=True, tag=35):
    """Asks the hub to host a circle. `listed`: whether everybody sees it in the directory."""

    name: Name
    tempo: BeatTime
    meter: Meter
    about: Short = ""
    entry: Word = "invite"
    listed: bool = True


class AnnounceCircle(Message, frozen=True, tag=39):
    """Lists a circle that runs elsewhere, whose server the hub has reached, for the time in `Announced`; `gone` removes
    it. The hub decides on `id` and `age`, which go on while it is announced in time."""

    listing: CircleListing
    gone: bool = False


class Register(Message, frozen=True, tag=41):
    """Asks for an account. `one_time_code`: makes it the first administrator's."""

    name: Name
    mail: Short
    password: Short
    one_time_code: Key = ""


class LogIn(Message, frozen=True, tag=43):
    """Asks for a token of an account; the connection is that account's from then on."""

    name: Name
    password: Short


class LogOut(Message, frozen=True, tag=45):
    """Ends all tokens of the connection's account. With a `new_password`, for which `password` is the old one, that is
    changed first."""

    password: Short = ""
    new_password: Short = ""


class ListAccounts(Message, frozen=True, tag=47):
    """An administrator asks for the accounts in whose name or mail address every word of `search` occurs. `state`:
    only those in this state; `role`: only those with this role; "" for all. `skip`: the number of accounts to leave out
    at the beginning."""

    search: Short = ""
    state: Word = ""
    role: Word = ""
    skip: Count = 0


class ChangeAccounts(Message, frozen=True, tag=49):
    """An administrator changes the state, the role, or both, of the accounts with these names; "" leaves it as it is.
    An account that is not enabled is logged out."""

    names: Annotated[tuple[Name, ...], Meta(min_length=1, max_length=MAX_CHANGED)]
    state: Word = ""
    role: Word = ""


class ShowAccount(Message, frozen=True, tag=93):
    """Asks for the connection's own account and its logins; an administrator may ask for those of the account
    `name`."""

    name: Word = ""


class EndLogin(Message, frozen=True, tag=95):
    """Ends the `login` with this id of the account `name`, as in `ShowAccount`; "" for the connection's own login. One
    that has ended already is no error."""

    login: Key = ""
    name: Word = ""


class ReadAuditLog(Message, frozen=True, tag=97):
    """An administrator asks for the latest lines in which every word of `search` occurs. `before`: only those with
    smaller numbers; 0 for all."""

    search: Short = ""
    before: Count = 0


class TryReach(Message, frozen=True, tag=91):
    """Asks the hub to connect to `port` at the address that this connection comes from. `tls`: as the first bytes there
    are expected to be."""

    port: Port
    tls: bool = True


# --- from the hub ----------------------------------------------------------------------------------------------------


class DirectoryOpened(Message, frozen=True, tag=32):
    """The answer to OpenDirectory: the hub's name, and the `address` that the client's connection comes from.

    `registered`: only accounts may create circles here.
    """

    version: Count
    name: Name
    address: Host = ""
    registered: bool = False


class CircleList(Message, frozen=True, tag=34):
    """The circles found: at most MAX_ROWS of `total`, in an order that does not change. None: as in `known`."""

    revision: Count
    total: Count
    rows: Annotated[tuple[CircleListing, ...], Meta(max_length=MAX_ROWS)] | None = None


class CircleCreated(Message, frozen=True, tag=36):
    """The circle runs. Its keys and `circle` make invites, to `host` and `port`; if these are "" and 0, to the address
    of this connection."""

    circle: Key
    key: Key
    conductor_key: Key
    host: Host = ""
    port: Port = 0


class Announced(Message, frozen=True, tag=38):
    """The circle is listed for `valid` micros from now on, as reachable at `host`."""

    valid: Time
    host: Host


class Registered(Message, frozen=True, tag=40):
    """The account was created; `state` is "waiting" until an administrator approves it, or "enabled". The `token` is
    valid from then on."""

    state: Word
    token: Key = ""


class LoggedIn(Message, frozen=True, tag=42):
    """The `token` is the account's until it is logged out; keep it secret. `role`: "player", "conductor" or
    "administrator"."""

    token: Key
    name: Name
    role: Word


class LoggedOut(Message, frozen=True, tag=44):
    """No token of the account is valid any more."""


class AccountList(Message, frozen=True, tag=46):
    """The accounts found, those that wait first, then by name: at most MAX_ROWS of `total`, which also counts those
    that were skipped. After ChangeAccounts: those that it named."""

    total: Count
    rows: Annotated[tuple[AccountRow, ...], Meta(max_length=MAX_ROWS)] = ()


class AccountShown(Message, frozen=True, tag=92):
    """The answer to ShowAccount and EndLogin: the account, and its logins, the latest first."""

    account: AccountRow
    logins: Annotated[tuple[LoginRow, ...], Meta(max_length=MAX_LOGINS)] = ()


class AuditLog(Message, frozen=True, tag=94):
    """The lines found, the latest first. `more`: there are older ones."""

    rows: Annotated[tuple[AuditRow, ...], Meta(max_length=MAX_ROWS)] = ()
    more: bool = False


class ReachTried(Message, frozen=True, tag=90):
    """Whether the hub could connect to the client's address, `host`. `pin`: what it saw there, as in an invite; ""
    if it expected no TLS."""

    host: Host
    reached: bool
    pin: Key = ""


ToHub = (
    OpenDirectory
    | ListCircles
    | CreateCircle
    | AnnounceCircle
    | Register
    | LogIn
    | LogOut
    | ListAccounts
    | ChangeAccounts
    | ShowAccount
    | EndLogin
    | ReadAuditLog
    | TryReach
)
FromHub = (
    DirectoryOpened
    | CircleList
    | CircleCreated
    | Announced
    | Registered
    | LoggedIn
    | LoggedOut
    | AccountList
    | AccountShown
    | AuditLog
    | ReachTried
)
