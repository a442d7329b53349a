"""Links that open a mail to many people as blind copies, so that they do not see each other's addresses. Pure."""

from collections.abc import Iterable
from urllib.parse import quote

MAX_LINK_LENGTH = 1900
"""Maximum length of a link in characters: Windows opens none longer than about 2,048."""

START = "mailto:?bcc="


def mail_links(addresses: Iterable[str]) -> list[str]:
    """As few links as possible to write to all of `addresses`, each address once, as a blind copy."""
    links: list[str] = []
    for address in dict.fromkeys(each for each in addresses if each):
        quoted = quote(address, safe="@.-_+~")
        if links and len(links[-1]) + 1 + len(quoted) <= MAX_LINK_LENGTH:
            links[-1] += f",{quoted}"
        else:
            links.append(START + quoted)
    return links
