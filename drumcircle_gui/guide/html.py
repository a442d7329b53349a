"""Markdown of the user's guide as HTML: headings, paragraphs, lists, tables, pictures, links and emphasis. Pure."""

import re
from collections.abc import Callable, Sequence
from html import escape

Target = Callable[[str], str]
"""Gives the address of a page or picture that the guide names."""

_BULLET = re.compile(r"- |\d+\. ")
_MARKS = re.compile(
    r"`(?P<code>[^`]+)`|!\[(?P<about>[^\]]*)\]\((?P<picture>[^)]*)\)|\[(?P<words>[^\]]*)\]\((?P<link>[^)]*)\)"
    r"|\*\*(?P<strong>.+?)\*\*|\*(?P<emphasis>[^*]+)\*"
)


def html_of(markdown: str, target: Target) -> str:
    """The text as HTML, without the frame of a page. `target` returns the address of a link or picture."""
    blocks = (block.splitlines() for block in re.split(r"\n\s*\n", markdown.strip()))
    return "\n".join(_block(lines, target) for lines in blocks if lines)


def _block(lines: Sequence[str], target: Target) -> str:
    first = lines[0]
    if first.startswith("#"):
        level = len(first) - len(first.lstrip("#"))
        return f"<h{level}>{_inline(first.lstrip('# '), target)}</h{level}>"
    if first.startswith("|"):
        return _table(lines, target)
    if _BULLET.match(first):
        kind = "ul" if first.startswith("-") else "ol"
        items = "".join(f"<li>{_inline(item, target)}</li>" for item in _items(lines))
        return f"<{kind}>{items}</{kind}>"
    return f"<p>{_inline(_joined(lines), target)}</p>"


def _items(lines: Sequence[str]) -> list[str]:
    items: list[list[str]] = []
    for line in lines:
        if mark := _BULLET.match(line):
            items.append([line[mark.end() :]])
        else:
            items[-1].append(line)
    return [_joined(item) for item in items]


def _joined(lines: Sequence[str]) -> str:
    """The lines joined by spaces; without a space between two letters of a script that has none, such as Chinese."""
    text = "\n".join(line.strip() for line in lines)
    return re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef])\n(?=[\u3000-\u9fff\uff00-\uffef])", "", text)


def _table(lines: Sequence[str], target: Target) -> str:
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    head = "".join(f"<th>{_inline(cell, target)}</th>" for cell in rows[0])
    body = "".join(f"<tr>{''.join(f'<td>{_inline(cell, target)}</td>' for cell in row)}</tr>" for row in rows[2:])
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _inline(text: str, target: Target) -> str:
    """A line with its marks converted; everything else is escaped."""
    parts, at = [], 0
    for match in _MARKS.finditer(text):
        parts += [escape(text[at : match.start()], quote=False), _marked(match, target)]
        at = match.end()
    return "".join([*parts, escape(text[at:], quote=False)])


def _marked(match: re.Match[str], target: Target) -> str:
    kind, found = match.lastgroup, match.groupdict()
    if kind == "code":
        return f"<code>{escape(found['code'], quote=False)}</code>"
    if kind == "picture":
        return f'<img src="{escape(target(found["picture"]))}" alt="{escape(found["about"])}">'
    if kind == "link":
        return f'<a href="{escape(target(found["link"]))}">{_inline(found["words"], target)}</a>'
    name = "strong" if kind == "strong" else "em"
    return f"<{name}>{_inline(found[str(kind)], target)}</{name}>"
