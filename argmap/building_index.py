"""The index of what ``argmap build`` makes: a README with what to look at first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote

from argmap.rendering.markdown_text import escape

__all__ = ["INDEX", "Artefact", "Part", "index"]

INDEX = "README.md"
_PICTURES = (".svg", ".png")


class Part(StrEnum):
    """What an artefact shows."""

    CONTRAST = "contrast"
    QUESTION = "question"
    EDITIONS = "editions"
    CLOSELY = "closely"
    WEIGHED = "weighed"
    SPINE = "spine"
    MAP = "map"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class Artefact:
    """One file to be made.

    ``title`` is what the index calls it; ``of`` the edition, the work or the pair of works that it
    shows, by name.
    """

    path: Path
    title: str
    part: Part
    of: str
    make: Callable[[], bytes]


def index(artefacts: Sequence[Artefact], folder: Path) -> Iterator[str]:
    """Write the index: contrasts with their questions, then works with their editions.

    Only contrasts and spines, or the whole map where there is no spine, are shown as pictures.
    Paths are written from ``folder``. Linear.
    """
    yield "# Maps\n\nMade by `argmap build` of the essays; change those, not these.\n"
    by_part: dict[tuple[Part, str], list[Artefact]] = {}
    for artefact in artefacts:
        by_part.setdefault((artefact.part, artefact.of), []).append(artefact)
    headed: set[str] = set()
    weighed = by_part.get((Part.WEIGHED, ""))
    if weighed:
        yield f"\nWhat stands, and what it leans on: {_links(weighed, folder)}\n"
    for (part, of), found in by_part.items():
        if part is Part.CONTRAST:
            yield f"\n## {escape(found[0].title)}\n"
            yield f"\nQuestion by question: {_links(found, folder)}\n{_picture(found, folder)}"
            yield from _questions(by_part.get((Part.QUESTION, of), ()), folder)
        elif part is Part.MAP:
            work = of.partition("@")[0]
            if work not in headed:
                headed.add(work)
                yield from _work(work, by_part, folder)
            spine = by_part.get((Part.SPINE, of), [])
            yield f"\n### {escape(found[0].title)} ({of.rpartition('@')[2]})\n\n"
            if spine:
                yield f"Main claims on one sheet: {_links(spine, folder)}; "
            yield f"{'the' if spine else 'The'} whole argument: {_links(found, folder)}\n"
            yield _picture(spine or found, folder)


def _work(
    work: str, by_part: dict[tuple[Part, str], list[Artefact]], folder: Path
) -> Iterator[str]:
    """Head a work, and tell where its editions are compared."""
    essays = [of for part, of in by_part if part is Part.MAP and of.partition("@")[0] == work]
    titles = [by_part[Part.MAP, of][0].title for of in essays]
    yield f"\n## {escape(titles[0])}\n"
    editions = by_part.get((Part.EDITIONS, work))
    if editions:
        yield f"\nWhat its {len(essays)} editions say differently: {_links(editions, folder)}\n"
        closely = by_part.get((Part.CLOSELY, work), ())
        yield from _list("Seen closely, in every edition", closely, folder)


def _questions(found: Iterable[Artefact], folder: Path) -> Iterator[str]:
    """List the questions, each once, with its pictures."""
    yield from _list("One sheet a question", found, folder)


def _list(head: str, found: Iterable[Artefact], folder: Path) -> Iterator[str]:
    """List artefacts of one name together, under a line of their own."""
    by_file: dict[Path, list[Artefact]] = {}
    for artefact in found:
        by_file.setdefault(artefact.path.with_suffix(""), []).append(artefact)
    if by_file:
        yield f"\n{head}:\n\n"
    for same in by_file.values():
        first, *others = same
        more = f" ({_links(others, folder)})" if others else ""
        yield f"- [{escape(first.title)}]({_url(first.path, folder)}){more}\n"


def _links(found: Iterable[Artefact], folder: Path) -> str:
    return ", ".join(f"[{each.path.suffix[1:]}]({_url(each.path, folder)})" for each in found)


def _picture(found: Iterable[Artefact], folder: Path) -> str:
    picture = next((each for each in found if each.path.suffix in _PICTURES), None)
    if picture is None:
        return ""
    url = _url(picture.path, folder)
    return f"\n[![{escape(picture.title)}]({url})]({url})\n"


def _url(path: Path, folder: Path) -> str:
    return quote(path.relative_to(folder).as_posix(), safe="/@~.-_")
