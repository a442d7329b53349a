"""The address in the invites of a circle whose server runs here."""

import re
from dataclasses import replace

from drumcircle_gui.protocol.invite import Invite, InviteError, bracketed
from drumcircle_gui.reach.verdict import Endpoint, Reachability

_ADDRESS = re.compile(r"(?:\[([^\[\]]+)\]|([^\[\]:]+))(?::(\d{1,5}))?")


def shown_address(of: Endpoint | Invite, usual_port: int) -> str:
    """Its address as people write it: the port only if it is another one than `usual_port`."""
    host = bracketed(of.host)
    return host if of.port == usual_port else f"{host}:{of.port}"


def with_address(invite: Invite, reach: Reachability | None, address: str) -> Invite:
    """`invite` with the `address` that the conductor has entered, or else with the one that reaches farthest."""
    if address:
        try:
            return entered_address(invite, address)
        except ValueError:  # remembered from another version
            return with_address(invite, reach, "")
    return invite if reach is None else replace(invite, host=reach.best.host, port=reach.best.port)


def entered_address(invite: Invite, text: str) -> Invite:
    """`invite` with the address that the user typed; ValueError, with a text for the user, if it is not an address."""
    text = text.strip()
    bare_ipv6 = text.count(":") > 1 and "[" not in text
    match = _ADDRESS.fullmatch(f"[{text}]" if bare_ipv6 else text)
    if match is None:
        raise ValueError("an address is a name or number, such as oak.example or 203.0.113.5:8004")
    changed = replace(invite, host=match[1] or match[2], port=int(match[3] or invite.port))
    try:
        if Invite.parse(str(changed)) != changed:
            raise InviteError
    except InviteError:
        raise ValueError("this is not an address by which a computer can be reached") from None
    return changed
