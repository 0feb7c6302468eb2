"""Plain text for a terminal: wrapped by the cells that characters take, not by their number."""

from __future__ import annotations

from wcwidth import wcswidth, wcwidth


def cells(text: str) -> int:
    """Return the terminal cells that ``text`` takes; control characters count as none."""
    width = wcswidth(text)
    return width if width >= 0 else sum(max(0, wcwidth(char)) for char in text)


def wrap(text: str, width: int, *, first: str = "", then: str = "") -> list[str]:
    """Break ``text`` into lines of ``width`` cells, at spaces or inside what is longer than a line.

    ``first`` and ``then`` stand before the first line and the others, and count.
    """
    lines: list[str] = []
    line, used = first, cells(first)
    empty = True
    for word in text.split():
        size = cells(word)
        if not empty and used + 1 + size > width:
            lines.append(line)
            line, used, empty = then, cells(then), True
        if not empty:
            line, used = line + " ", used + 1
        while used + size > width and size > 1:  # a word longer than a line, as in Chinese
            head = _head(word, width - used)
            if not head:
                break
            lines.append(line + head)
            word = word[len(head) :]
            size = cells(word)
            line, used = then, cells(then)
        line, used, empty = line + word, used + size, False
    lines.append(line)
    return lines


def _head(word: str, room: int) -> str:
    """Return as much of ``word`` as ``room`` cells hold, combining marks kept with their letter."""
    taken = 0
    for index, char in enumerate(word):
        taken += max(0, wcwidth(char))
        if taken > room:
            return word[:index]
    return word
