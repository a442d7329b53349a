"""Links that open a mail to many people, none of whom sees the others' addresses. Pure."""

from collections.abc import Iterable
from urllib.parse import quote

MAX_LINK_LENGTH = 1900
"""Characters: Windows opens no link of more than 2,048 or so."""

START = "mailto:?bcc="


def mail_links(addresses: Iterable[str]) -> list[str]:
    """Links to write to all of `addresses`, each once, as blind copies; as few as MAX_LINK_LENGTH allows."""
    links: list[str] = []
    for address in dict.fromkeys(each for each in addresses if each):
        quoted = quote(address, safe="@.-_+~")
        if links and len(links[-1]) + 1 + len(quoted) <= MAX_LINK_LENGTH:
            links[-1] += f",{quoted}"
        else:
            links.append(START + quoted)
    return links
