"""Essays written down as a few lines, for tests that need no Markdown.

Each line is a mark: a name (``~`` for none), its kind with flags, and attributes, several
references in one attribute with commas between. A line that begins with ``from=`` is a mark that
states a link between others, its quoted last word the reason. Line N of the text is line N of
the file, so that places can be told apart.
"""

from __future__ import annotations

import shlex

from argmap.graph import ArgumentGraph
from argmap.model import (
    Essay,
    Flag,
    Kind,
    LinkType,
    Position,
    Range,
    Reference,
    StatedLink,
    Statement,
)

LINKS = [link_type.value for link_type in LinkType]
LISTS = (*LINKS, "from", "on", "answers")


def place(line: int, column: int = 1) -> Range:
    return Range(Position(line, column), Position(line, column + 5))


def reference(text: str, line: int = 1, column: int = 1) -> Reference:
    work, _, name = text.rpartition(":")
    work, _, lang = work.partition("@")
    return Reference(name, work or None, lang or None, place(line, column))


def essay(edition: str, text: str, *, path: str | None = None, **fields: object) -> Essay:
    """Make the essay ``work@lang`` (``en`` when not said) of the marks in ``text``."""
    work, _, lang = edition.partition("@")
    lang = lang or "en"
    statements: list[Statement] = []
    links: list[StatedLink] = []
    seen: dict[str, int] = {}
    for line, row in enumerate(text.strip().splitlines(), 1):
        words = shlex.split(row)
        if not words:
            continue
        attributes = dict(word.split("=", 1) for word in words if "=" in word)
        lists = {
            name: tuple(
                reference(value, line, 10 * (column + 1) + index)
                for index, value in enumerate(attributes.pop(name).split(","))
            )
            for column, name in enumerate(LISTS)
            if name in attributes
        }
        via = attributes.pop("via", None)
        acting = lists.pop("from", ())
        source = None
        reason = words[-1] if acting and "=" not in words[-1] else ""
        if not acting:
            name, (kind, *flags) = words[0], words[1].split(".")
            own = None if name == "~" else name
            local = own or f"~{1 + sum(s.id is None for s in statements)}"
            seen[local] = seen.get(local, 0) + 1
            source = f"{work}@{lang}:{local}" + (f"~{seen[local]}" if seen[local] > 1 else "")
            statements.append(
                Statement(
                    key=source,
                    id=own,
                    kind=Kind(kind),
                    text=attributes.pop("text", f"The text of {local}."),
                    range=place(line),
                    text_range=place(line, 2),
                    flags=frozenset(map(Flag, flags)),
                    on=lists.get("on", ()),
                    answers=lists.get("answers", ()),
                    **attributes,
                )
            )
        links.extend(
            StatedLink(
                type=LinkType(name),
                source=source,
                sources=acting,
                targets=targets,
                range=targets[0].range,
                via=via,
                via_range=None if via is None else place(line, 90),
                reason=reason,
            )
            for name, targets in lists.items()
            if name in LINKS
        )
    return Essay(
        id=work,
        lang=lang,
        path=path or f"essays/{work}/{lang}.md",
        statements=tuple(statements),
        links=tuple(links),
        **fields,
    )


def graph(text: str) -> ArgumentGraph:
    """Build the graph of one essay, ``w@en``."""
    return ArgumentGraph.build([essay("w", text)])


def local(keys: object) -> str:
    """Write keys of ``w@en`` short, with spaces between."""
    return " ".join(str(key).removeprefix("w@en:") for key in keys)
