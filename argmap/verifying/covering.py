"""Which paragraphs of the body the statements digest, and which are none of the argument."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from argmap.model import Essay, Range
from argmap.rules.rule import Breach
from argmap.verifying.body import Body
from argmap.verifying.judging import Ruled
from argmap.verifying.letters import beginning
from argmap.verifying.terms import numbers_in, ranges

__all__ = ["Coverage", "covered_by", "uncovered"]


class Coverage(NamedTuple):
    """How many paragraphs the body has, and how many are digested or listed as no argument."""

    paragraphs: int
    digested: int
    listed: int


def covered_by(essay: Essay, body: Body) -> frozenset[int]:
    """Return the paragraphs of the body that some statement names in ``at``."""
    most = len(body)
    return frozenset(
        number
        for statement in essay.statements
        for word in statement.at
        for number in _within(word, most)
    )


def uncovered(
    body: Body, digested: Iterable[int], listed: Mapping[str, str], path: str, place: Range
) -> tuple[list[Ruled], Coverage]:
    """Find the paragraphs that nothing digests, and what is ``listed`` for no purpose.

    All stand at one ``place``, the head of the essay: a paragraph that is not digested has none of
    its own in it.
    """
    digested = frozenset(digested)
    most = len(body)
    no_argument: set[int] = set()
    found: list[Ruled] = []
    for word in listed:
        named = set(_within(word, most))
        useless = _useless(word, named, digested | no_argument, most)
        if useless:
            hint = "take it out of uncovered, or name another paragraph"
            message = f"uncovered lists {word} in the configuration, {useless}"
            found.append(Ruled("useless-uncovered-entry", Breach(path, place, message, hint)))
        no_argument |= named
    for number in range(1, most + 1):
        if number not in digested and number not in no_argument:
            words = beginning(body.passages[number - 1].text)
            message = f"no statement digests p{number} of the original, “{words}”"
            hint = (
                f"add at=p{number} to what digests it; where it is none of the argument, list it "
                "under uncovered in the configuration, with the reason"
            )
            found.append(Ruled("uncovered-paragraph", Breach(path, place, message, hint)))
    coverage = Coverage(most, len(digested), len(no_argument - digested))
    return found, coverage


def _within(word: str, most: int) -> Iterator[int]:
    named = numbers_in(word)
    if named is not None:
        yield from range(named.start, min(named.stop, most + 1))


def _useless(word: str, named: set[int], settled: Iterable[int], most: int) -> str:
    numbers = numbers_in(word)
    if numbers is None:
        return "which names no paragraph: write it as p12 or p12-14"
    if numbers.stop - 1 > most:
        return f"but the body of the original has {most} paragraphs"
    both = named.intersection(settled)
    if both == named:
        return "which is digested, or listed, already"
    if both:
        return f"of which {ranges(both)} is digested, or listed, already"
    return ""
