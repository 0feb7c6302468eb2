"""The body of an original: what is left without a host's preface, notices and related links.

An essay's front matter says where it lies, by the words that open it and those that close it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from argmap.verifying.letters import letters
from argmap.verifying.original import Passage

__all__ = ["Body", "Unfound", "find_body"]

_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Body:
    """The paragraphs of a body; ``p1`` is the first."""

    passages: tuple[Passage, ...]

    def __len__(self) -> int:
        return len(self.passages)

    def text(self, numbers: Sequence[int]) -> str:
        """Return the text of some paragraphs, one a line; those that are not there are left out."""
        found = (self.passages[n - 1].text for n in numbers if 0 < n <= len(self.passages))
        return "\n".join(found)


class Unfound(NamedTuple):
    """Why a body cannot be told: the key of the front matter that is at fault, and what is."""

    key: str
    message: str
    hint: str


def find_body(passages: Sequence[Passage], described: Mapping[str, Any]) -> Body | Unfound:
    """Return the body that ``original`` in the front matter describes: all, where it says nothing.

    Words are found whatever their spaces, marks and case. Linear in the text.
    """
    bounds = described.get("body")
    if bounds is None:
        return Body(tuple(passages))
    if not isinstance(bounds, Mapping):
        hint = "write first: and last: below it, each with a few words of the original"
        return Unfound("body", "body says neither first nor last", hint)
    unknown = next((key for key in bounds if key not in ("first", "last")), None)
    if unknown is not None:
        hint = "it holds first and last, each with a few words of the original"
        return Unfound("body", f"body has no key {unknown!r}", hint)
    squeezed = [letters(passage.text) for passage in passages]
    start, end = 0, len(passages) - 1
    for key in ("first", "last"):
        words = bounds.get(key)
        if words is None:
            continue
        wanted = letters(words) if isinstance(words, str) else ""
        fits = [
            number
            for number, text in enumerate(squeezed)
            if wanted
            and (text.startswith(wanted) if key == "first" else text.endswith(wanted))
            and number >= start
        ]
        if len(fits) != 1:
            inside = [n for n, text in enumerate(squeezed) if wanted and wanted in text]
            return _unfound(key, words, [passages[n].line for n in fits or inside], bool(fits))
        if key == "first":
            start = fits[0]
        else:
            end = fits[0]
    return Body(tuple(passages[start : end + 1]))


def _unfound(key: str, words: object, lines: list[int], several: bool) -> Unfound:
    does = "opens" if key == "first" else "closes"
    what = f"“{words}”" if isinstance(words, str) and letters(words) else f"{key} of body"
    named = ", ".join(map(str, lines[:_MOST_LINES]))
    if several:
        message = f"{what} {does} {len(lines)} paragraphs of the original (lines {named}…)"
        return Unfound(key, message, "write more words of the one that is meant")
    edge = "opening" if key == "first" else "closing"
    behind = " of the body" if key == "first" else " behind the first paragraph of the body"
    message = f"{what} {does} no paragraph{'' if key == 'first' else behind} in the original"
    if lines:
        message += f"; it stands in line {named}"
    return Unfound(key, message, f"write a few of its {edge} words, as the original has them")
