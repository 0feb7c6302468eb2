"""The SVG of a map inside the page: numbers in the place of ids."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from argmap.rendering.page.tiles import tiled
from argmap.rendering.record import Record
from argmap.rendering.safe_text import for_id

__all__ = ["inline_svg"]

_HEAD = re.compile(r'^<\?xml[^>]*\?>\s*<svg [^>]*?viewBox="([-\d. ]+)"[^>]*?font-family="([^"]*)">')
_GROUP = re.compile(r'<g id="([^"]*)" class="([^"]*)"')
_IDLE = re.compile(
    r'<title>[^<]*</title>|(?<=>)\n+(?=<)| text-anchor="start"(?= x=)| stroke="none"(?= )'
)
"""Tooltips, which the pane beside the map makes needless, lines between elements, and defaults.

The first two are half of all nodes, and each costs a browser time.
"""
_ANCHOR = re.compile(r"<a [^>]*>|</a>")


def inline_svg(
    svg: bytes,
    statements: Mapping[str, int],
    links: Mapping[str, int],
    record: Record | None = None,
    frames: Mapping[str, int] | None = None,
) -> str:
    """Return a finished SVG for the page; linear in its length.

    ``statements`` and ``links`` give numbers by keys, and by other ids that the drawing gave its
    groups; ``record`` is that of the drawing. A group that draws one gets ``data-s`` or ``data-l``,
    a line of the record also ``data-e``, the statements at its ends. ``frames`` gives the numbers
    of items by the ids of their frames, which get ``data-i``. Other ids go, as a page may hold two
    maps. The outline says it all in words, so the picture is hidden from screen readers.
    """
    boxes = {for_id(key): number for key, number in statements.items()}
    nodes = {for_id(key): number for key, number in links.items()}
    lines = record.lines if record is not None else {}
    items = frames or {}

    def numbered(found: re.Match[str]) -> str:
        name, classes = unescape(found[1]), found[2]
        line = lines.get(name)
        if record is not None and line is not None and line.link in links:
            ends = " ".join(str(statements[key]) for key in record.ends(line) if key in statements)
            return f'<g data-l="{links[line.link]}" data-e="{ends}" class="{classes}"'
        if name in boxes:
            return f'<g data-s="{boxes[name]}" class="{classes}"'
        if name in nodes:
            return f'<g data-l="{nodes[name]}" class="{classes}"'
        if name in items:
            return f'<g data-i="{items[name]}" class="{classes}"'
        return f'<g class="{classes}"'

    text = svg.decode("utf-8")
    head = _HEAD.match(text)
    if head is None:
        raise ValueError("not a finished SVG of a map")
    body = _GROUP.sub(numbered, _IDLE.sub("", text[head.end() :]))
    # A click chooses a statement; the link to its source is given beside the map.
    body = tiled(_ANCHOR.sub(lambda found: "</g>" if found[0] == "</a>" else "<g>", body))
    _, _, width, height = head[1].split()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{head[1]}" width="{width}" '
        f'height="{height}" aria-hidden="true" focusable="false" font-family="{head[2]}">{body}'
    )
