"""What a rule's explanation holds: its sections, and the files in its examples."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Example", "examples", "sections"]

_FENCE = re.compile(r"^(?P<fence>`{3,})(?P<info>[^`\n]*)$")
_ESCAPE = re.compile(r"\\(x[0-9a-f]{2}|u[0-9a-f]{4})")


class Example(NamedTuple):
    r"""One file of an example.

    ``text`` is as the explanation shows it. ``escapes`` says what ``\xe9`` in it stands for, as a
    page cannot show everything: ``bytes`` or ``characters``; empty where it stands for itself.
    """

    path: str
    text: str
    escapes: str = ""

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        if not self.escapes:
            return self.text.encode()
        meant = _ESCAPE.sub(lambda match: chr(int(match[1][1:], 16)), self.text)
        return meant.encode("latin-1" if self.escapes == "bytes" else "utf-8")


def sections(explanation: str) -> dict[str, str]:
    """Part an explanation by its headings; what stands before the first is under the empty one."""
    found: dict[str, list[str]] = {"": []}
    title, fence = "", ""
    for line in explanation.splitlines():
        fence = _fence_after(line, fence)
        if line.startswith("## ") and not fence:
            title = line[3:].strip()
            found[title] = []
        else:
            found[title].append(line)
    return {title: "\n".join(lines).strip() for title, lines in found.items()}


def examples(section: str) -> list[Example]:
    """Take the fenced Markdown files out of a section.

    Behind ``markdown`` may stand a file's name, and ``bytes`` or ``escaped`` for escapes.
    """
    found: list[Example] = []
    info: list[str] = []
    body: list[str] = []
    fence = ""
    for line in section.splitlines():
        before, fence = fence, _fence_after(line, fence)
        if fence and not before:
            info, body = line.strip("`").split(), []
        elif fence:
            body.append(line)
        elif before and info[:1] == ["markdown"]:
            path = next((word for word in info if word.endswith(".md")), "essay.md")
            escapes = "bytes" if "bytes" in info else "characters" if "escaped" in info else ""
            found.append(Example(path, "".join(f"{line}\n" for line in body), escapes))
    return found


def _fence_after(line: str, fence: str) -> str:
    """Return the code fence that is open after ``line``, given the one before it."""
    if fence:
        return "" if line == fence else fence
    match = _FENCE.match(line)
    return match["fence"] if match else ""
