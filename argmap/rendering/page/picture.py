"""The SVG of a map inside the page: numbers in the place of ids."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

__all__ = ["inline_svg"]

_HEAD = re.compile(r'^<\?xml[^>]*\?>\s*<svg [^>]*?viewBox="([-\d. ]+)"[^>]*?font-family="([^"]*)">')
_GROUP = re.compile(r'<g id="([^"]*)" class="([^"]*)"')
_ANCHOR = re.compile(r"<a [^>]*>|</a>")


def inline_svg(svg: bytes, statements: Mapping[str, int], links: Mapping[str, int]) -> str:
    """Return a finished SVG for the page; linear in its length.

    ``statements`` and ``links`` give the numbers of the ids that the drawing gave its groups. A
    group that draws one gets ``data-s`` or ``data-l``; other ids go, as a page may hold two maps.
    The outline says it all in words, so the picture itself is hidden from screen readers.
    """

    def numbered(found: re.Match[str]) -> str:
        name, classes = unescape(found[1]), found[2]
        if name in statements:
            return f'<g data-s="{statements[name]}" class="{classes}"'
        if name in links:
            return f'<g data-l="{links[name]}" class="{classes}"'
        return f'<g class="{classes}"'

    text = svg.decode("utf-8")
    head = _HEAD.match(text)
    if head is None:
        raise ValueError("not a finished SVG of a map")
    body = _GROUP.sub(numbered, text[head.end() :])
    # A click chooses a statement; the link to its source is given beside the map.
    body = _ANCHOR.sub(lambda found: "</g>" if found[0] == "</a>" else "<g>", body)
    _, _, width, height = head[1].split()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{head[1]}" width="{width}" '
        f'height="{height}" aria-hidden="true" focusable="false" font-family="{head[2]}">{body}'
    )
