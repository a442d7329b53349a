"""The address of, and the invite to, a circle that a hub lists. Pure."""

from drumcircle_gui.protocol.directory import CircleListing
from drumcircle_gui.protocol.entry_messages import BY_ACCOUNT, KNOCK
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.settings import Hubs

from .hub_address import NO_TLS, HubAddress


def listed_address(listing: CircleListing, hub: HubAddress) -> tuple[str, int]:
    """The host and port of a listed circle's server."""
    return listing.host or hub.host, listing.port or hub.port


def listed_invite(listing: CircleListing, hub: HubAddress) -> Invite | None:
    """The invite to a listed circle. None if users need one from its conductor.

    It contains no key if players knock there, or join with an account of the hub (circles on other servers do not know
    the hub's accounts).
    """
    without_key = listing.entry == KNOCK or (listing.entry == BY_ACCOUNT and not listing.host)
    if not listing.key and not without_key:
        return None
    host, port = listed_address(listing, hub)
    pin = listing.pin or hub.pin
    return Invite(host, port, listing.name, listing.key, None if pin == NO_TLS else pin, listing.circle)


def account_for(invite: Invite, hubs: Hubs) -> str:
    """The token of the user's account on the hub of the invite's circle; "" without one. Only a server with the hub's
    known pin is sent a token."""
    address = str(HubAddress(invite.host, invite.port))
    return hubs.token(address) if hubs.pin(address) == (invite.pin or NO_TLS) else ""
