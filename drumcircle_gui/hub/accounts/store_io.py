"""The accounts in an SQLite file: accounts, digests of tokens, and an audit log. Blocking.

Several processes may use the file at once: the hub and the command line.
"""

import contextlib
import hashlib
import logging
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from drumcircle_gui.paths import make_private_folder
from drumcircle_gui.protocol.directory import MAX_LOGINS
from drumcircle_gui.timing.units import SECOND, Micros

from .account import Account, AccountRole, AccountState, AccountsUnusable, AuditLine, Login, account_key

log = logging.getLogger(__name__)

FILE_NAME = "accounts.sqlite"

BUSY_TIMEOUT_S = 5.0
"""How long another process may keep the file locked."""

MAX_TOKENS = MAX_LOGINS
"""Maximum number of tokens of one account; each login has one."""

SEEN_INTERVAL = 600 * SECOND
"""Minimum time between two writes of when an account was last seen: each write goes to the disk."""

UNDO_TIME = 600 * SECOND
"""An account that is enabled within this time after it was disabled keeps its logins, because that undoes
the change."""

MAX_AUDIT_LINES = 100_000
"""Maximum number of lines of the audit log; older ones are deleted."""

MAX_NUMBER = 2**63 - 1
"""The largest row number of SQLite."""

_SCHEMA = """
create table if not exists accounts (
    id integer primary key, key text unique not null, name text not null, mail text not null,
    password text not null, state text not null, role text not null, created integer not null
) strict;
create table if not exists tokens (
    digest blob primary key, created integer not null,
    account integer not null references accounts (id) on delete cascade
) strict, without rowid;
create index if not exists tokens_of on tokens (account);
create table if not exists audit (
    id integer primary key, at integer not null, actor text not null, action text not null, subject text not null,
    address text not null
) strict;
create table if not exists facts (name text primary key, value text not null) strict, without rowid;
"""
_ADDED = (
    "alter table accounts add column seen integer not null default 0",
    "alter table tokens add column seen integer not null default 0",
    "alter table tokens add column address text not null default ''",
    "alter table accounts add column disabled integer not null default 0",
    "alter table audit add column folded text not null default ''",
    "update audit set folded = casefold(actor || ' ' || action || ' ' || subject || ' ' || address)",
)
"""Changes of the schema in order; the pragma user_version of a file is the number of those applied to it. The
searchable text of a line of the audit log is stored `folded`: SQLite compares 100,000 such lines in 20 ms, Python in 1
s."""

_COLUMNS = "id, name, mail, state, role, created, seen"


class AccountStore:
    """The accounts in `folder`, from construction to `close`. Use on one thread.

    Every method raises AccountsUnusable if the file cannot be used: full, locked by another process, or damaged.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE_NAME
        self._version = 0
        with self._reported():
            make_private_folder(folder)
            self._file.touch(mode=0o600)
            with contextlib.ExitStack() as on_error:
                self._base = sqlite3.connect(self._file, timeout=BUSY_TIMEOUT_S, isolation_level=None)
                on_error.callback(self._base.close)
                self._base.create_function("casefold", 1, str.casefold, deterministic=True)
                self._base.executescript(f"pragma journal_mode = wal; pragma foreign_keys = on; {_SCHEMA}")
                self._add_columns()
                on_error.pop_all()

    def close(self) -> None:
        self._base.close()

    # --- accounts

    def add(
        self, name: str, mail: str, password: str, state: AccountState, role: AccountRole, now: Micros
    ) -> Account | None:
        """Add an account with the hash `password`; None if the name looks like that of another account."""
        row = account_key(name), name, mail, password, state, role, now
        with self._reported(), contextlib.suppress(sqlite3.IntegrityError):
            self._base.execute(
                "insert into accounts (key, name, mail, password, state, role, created) values (?, ?, ?, ?, ?, ?, ?)",
                row,
            )
            return self.by_name(name)
        return None

    def by_name(self, name: str) -> Account | None:
        return self._one(f"select {_COLUMNS} from accounts where key = ?", account_key(name))

    def accounts(self) -> list[Account]:
        """All accounts: first those that wait for approval, then by name."""
        with self._reported():
            rows = self._base.execute(
                f"select {_COLUMNS} from accounts order by state != 'waiting', name collate nocase, id"
            )
            return [_account(row) for row in rows]

    def password_of(self, account: int) -> str | None:
        """The hash of the password."""
        with self._reported():
            row = self._base.execute("select password from accounts where id = ?", (account,)).fetchone()
            return row[0] if row else None

    def changed_elsewhere(self) -> bool:
        """Whether another process has changed the file since the last call."""
        with self._reported():
            before, self._version = self._version, int(self._base.execute("pragma data_version").fetchone()[0])
            return self._version != before

    def count(self, state: AccountState) -> int:
        """The number of accounts in `state`."""
        with self._reported():
            return int(self._base.execute("select count(*) from accounts where state = ?", (state,)).fetchone()[0])

    def change(
        self,
        account: int,
        now: Micros,
        *,
        state: AccountState | None = None,
        role: AccountRole | None = None,
        password: str | None = None,
    ) -> None:
        """Change the given fields at wall-clock time `now`. A new password ends all logins of the account. So does
        disabling it, unless that is undone within UNDO_TIME."""
        with self._reported(), self._base:
            self._base.execute("begin immediate")
            (before, disabled) = self._base.execute(
                "select state, disabled from accounts where id = ?", (account,)
            ).fetchone()
            late = state != "disabled" == before and now - disabled > UNDO_TIME
            if password is not None or late:
                self._base.execute("delete from tokens where account = ?", (account,))
            self._base.execute(
                "update accounts set state = coalesce(?, state), role = coalesce(?, role), "
                "password = coalesce(?, password), disabled = ? where id = ?",
                (state, role, password, now if state == "disabled" != before else disabled, account),
            )

    # --- tokens

    def add_token(self, account: int, token: str, now: Micros, address: str = "") -> None:
        """Add a login of the account from `address`. Beyond MAX_TOKENS, the account's oldest logins end."""
        with self._reported(), self._base:
            self._base.execute("begin immediate")
            self._base.execute(
                "delete from tokens where digest in "
                "(select digest from tokens where account = ? order by created desc limit -1 offset ?)",
                (account, MAX_TOKENS - 1),
            )
            self._base.execute(
                "insert into tokens (digest, account, created, seen, address) values (?, ?, ?, ?, ?)",
                (_digest(token), account, now, now, address),
            )
            self._base.execute("update accounts set seen = ? where id = ?", (now, account))

    def by_token(self, token: str) -> Account | None:
        """The account that has `token`; it may wait for approval, but is not disabled."""
        columns = ", ".join(f"accounts.{column}" for column in _COLUMNS.split(", "))
        return self._one(
            f"select {columns} from tokens join accounts on accounts.id = tokens.account "
            "where digest = ? and state != 'disabled'",
            _digest(token),
        )

    def mark_seen(self, token: str, now: Micros) -> None:
        """The account has used `token` at `now`. Written at most once in SEEN_INTERVAL."""
        with self._reported():
            row = self._base.execute("select account, seen from tokens where digest = ?", (_digest(token),)).fetchone()
            if row is not None and now - row[1] >= SEEN_INTERVAL:
                with self._base:
                    self._base.execute("begin immediate")
                    self._base.execute("update tokens set seen = ? where digest = ?", (now, _digest(token)))
                    self._base.execute("update accounts set seen = ? where id = ?", (now, row[0]))

    def logins(self, account: int) -> list[Login]:
        """The logins of an account, the latest first; a disabled one has none."""
        with self._reported():
            rows = self._base.execute(
                "select digest, tokens.created, tokens.seen, address from tokens "
                "join accounts on accounts.id = account where account = ? and state != 'disabled' "
                "order by tokens.created desc",
                (account,),
            )
            return [Login(_id_of(digest), Micros(created), Micros(seen), at) for digest, created, seen, at in rows]

    def has_login_at(self, key: str, address: str) -> bool:
        """Whether the account with that key has a login that was made at `address`."""
        with self._reported():
            query = "select 1 from tokens join accounts on accounts.id = account where key = ? and address = ? limit 1"
            return self._base.execute(query, (key, address)).fetchone() is not None

    def drop_login(self, account: int, login: str) -> bool:
        """End the login with this id of the account; return whether there was one."""
        with self._reported():
            rows = self._base.execute("select digest from tokens where account = ?", (account,))
            ended = [digest for (digest,) in rows if _id_of(digest) == login]
            self._base.executemany("delete from tokens where digest = ?", [(digest,) for digest in ended])
            return bool(ended)

    def drop_tokens(self, account: int) -> None:
        """Log the account out everywhere."""
        with self._reported():
            self._base.execute("delete from tokens where account = ?", (account,))

    # --- audit log, facts

    def note(self, now: Micros, actor: str, action: str, subject: str, address: str = "") -> None:
        """Add a line to the audit log."""
        with self._reported():
            words = actor, action, subject, address
            self._base.execute(
                "insert into audit (at, actor, action, subject, address, folded) values (?, ?, ?, ?, ?, ?)",
                (now, *words, " ".join(words).casefold()),
            )
            self._base.execute("delete from audit where id <= (select max(id) from audit) - ?", (MAX_AUDIT_LINES,))

    def audit(self, count: int, search: str = "", before: int = 0) -> list[AuditLine]:
        """The latest `count` lines that contain each word of `search`, the latest first; with `before`, only lines with
        smaller numbers."""
        words = tuple(dict.fromkeys(search.casefold().split()))
        holds = " and instr(folded, ?)" * len(words)
        with self._reported():
            rows = self._base.execute(
                "select id, at, actor, action, subject, address from audit "
                f"where id < ?{holds} order by id desc limit ?",
                (before or MAX_NUMBER, *words, count),
            )
            return [AuditLine(number, Micros(at), *texts) for number, at, *texts in rows]

    def fact(self, name: str) -> str:
        """The value of a stored fact; "" if there is none."""
        with self._reported():
            row = self._base.execute("select value from facts where name = ?", (name,)).fetchone()
            return row[0] if row else ""

    def keep_fact(self, name: str, value: str) -> None:
        with self._reported():
            self._base.execute("insert or replace into facts values (?, ?)", (name, value))

    # --- inside

    def _add_columns(self) -> None:
        """Add the columns that a file of an older version lacks, under a lock against other processes."""
        with self._base:
            self._base.execute("begin immediate")
            (version,) = self._base.execute("pragma user_version").fetchone()
            for statement in _ADDED[version:]:
                self._base.execute(statement)
            self._base.execute(f"pragma user_version = {max(version, len(_ADDED))}")

    def _one(self, query: str, key: str | bytes) -> Account | None:
        with self._reported():
            row = self._base.execute(query, (key,)).fetchone()
            return _account(row) if row else None

    @contextlib.contextmanager
    def _reported(self) -> Iterator[None]:
        """Log the file's errors, and raise them as AccountsUnusable."""
        try:
            yield
        except sqlite3.IntegrityError:
            raise
        except (sqlite3.Error, OSError) as error:
            log.error("%s: %s", self._file, error)
            raise AccountsUnusable(f"The accounts in {self._file} cannot be used: {error}.", _todo(error)) from error


def _todo(error: Exception) -> str:
    text = str(error)
    if "locked" in text:
        return "Another program uses the file: wait, or end it."
    if "full" in text or "disk" in text:
        return "Make room on the disk. Nothing that was kept is lost."
    if "malformed" in text or "not a database" in text:
        return "The file is damaged: restore a copy, or rename the file to start with an empty one."
    return "Check that the file can be written."


def _account(row: tuple[int, str, str, AccountState, AccountRole, int, int]) -> Account:
    id, name, mail, state, role, created, seen = row
    return Account(id=id, name=name, mail=mail, state=state, role=role, created=Micros(created), seen=Micros(seen))


def login_id(token: str) -> str:
    """The public id of the login with `token`; it does not give access."""
    return _id_of(_digest(token))


def _id_of(digest: bytes) -> str:
    return digest[:8].hex()


def _digest(token: str) -> bytes:
    """The digest of a token. A fast hash is enough, because tokens are random and long."""
    return hashlib.sha256(token.encode()).digest()
