"""What ``argmap build`` makes: for every work a map and an outline, for every pair a contrast.

An artefact is a path and a way to make its bytes, so that the same plan serves for writing and for
proving that what is committed is current. The same essays give the same bytes on every machine:
pictures are laid out by the bundled engine, never by one that happens to be installed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from argmap.compare.contrast import Contrast, contrast
from argmap.config import BuildConfig
from argmap.errors import ArgmapError
from argmap.graph import ArgumentGraph
from argmap.model import Essay, Kind
from argmap.rendering.contrast_words import escape

INDEX = "README.md"


@dataclass(frozen=True, slots=True)
class Artefact:
    """One file to be made; ``title`` is what the index calls it."""

    path: Path
    title: str
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Outdated:
    """A file that is not what the essays make, and why: missing, different or left over."""

    path: Path
    why: str


def plan(graph: ArgumentGraph, build: BuildConfig) -> tuple[Artefact, ...]:
    """List what is to be made, the index last. Raises :class:`ArgmapError` for an unknown work."""
    artefacts: list[Artefact] = []
    pairs = build.contrast or _pairs(graph)
    for left, right in pairs:
        artefacts.extend(_contrast(graph, contrast(graph, left, right), build))
    for essay in _drawn(graph):
        artefacts.extend(_maps(graph, essay, build))
    _refuse_clashes(artefacts)
    index = "".join(_index(artefacts)).encode()
    return (*artefacts, Artefact(build.maps / INDEX, "this index", lambda: index))


def outdated(artefacts: tuple[Artefact, ...], build: BuildConfig) -> Iterator[Outdated]:
    """Compare what is there with what the essays make, without writing anything."""
    for artefact in artefacts:
        try:
            there = artefact.path.read_bytes()
        except FileNotFoundError:
            yield Outdated(artefact.path, "is missing")
            continue
        if there != artefact.make():
            yield Outdated(artefact.path, "is not what the essays make now")
    made = {artefact.path for artefact in artefacts}
    if build.maps.is_dir():
        for path in sorted(build.maps.iterdir()):
            if path not in made and path.suffix in (".svg", ".png", ".dot", ".md", ".json"):
                yield Outdated(path, "is made of no essay")


def _drawn(graph: ArgumentGraph) -> list[Essay]:
    """Return the essays that have an argument of their own: more than questions."""
    return [
        essay
        for essay in graph.essays
        if any(statement.kind is not Kind.QUESTION for statement in essay.statements)
    ]


def _pairs(graph: ArgumentGraph) -> list[tuple[str, str]]:
    """Without a word from the configuration, contrast the works that speak to a common question."""
    speaks: dict[str, set[str]] = {}
    for key, question in graph.questions().items():
        for speaker in question.speakers:
            speaks.setdefault(graph.essay_of(speaker).id, set()).add(key)
    return [pair for pair in combinations(speaks, 2) if speaks[pair[0]] & speaks[pair[1]]]


def _maps(graph: ArgumentGraph, essay: Essay, build: BuildConfig) -> Iterator[Artefact]:
    alone = ArgumentGraph.build([essay], default_lang=graph.names.default_lang)
    title = essay.title or essay.id
    for suffix in build.formats:
        path = build.maps / f"{essay.id}.{essay.lang}.{suffix}"
        yield Artefact(path, title, _maker(alone, essay, suffix))


def _maker(graph: ArgumentGraph, essay: Essay, suffix: str) -> Callable[[], bytes]:
    def make() -> bytes:
        if suffix == "md":
            from argmap.rendering.outline import outline

            return outline(graph, essay).encode()
        if suffix == "json":
            from argmap.formats.document import dumps

            return dumps(graph).encode()
        from argmap.rendering import render

        return render(graph, suffix)

    return make


def _contrast(graph: ArgumentGraph, found: Contrast, build: BuildConfig) -> Iterator[Artefact]:
    name = f"{found.left.id}-and-{found.right.id}"
    title = f"{found.left.title or found.left.id} and {found.right.title or found.right.id}"
    for suffix in build.formats:
        path = build.maps / f"{name}.{suffix}"
        yield Artefact(path, title, _contrast_maker(graph, found, suffix))


def _contrast_maker(graph: ArgumentGraph, found: Contrast, suffix: str) -> Callable[[], bytes]:
    def make() -> bytes:
        if suffix == "md":
            from argmap.rendering.contrast_words import markdown

            return markdown(graph, found).encode()
        if suffix == "json":
            from argmap.formats.contrast_document import dumps

            return dumps(graph, found).encode()
        from argmap.rendering.contrast import render_contrast

        return render_contrast(graph, found, suffix)

    return make


def _refuse_clashes(artefacts: list[Artefact]) -> None:
    """Refuse two files of one name, on systems that ignore case, too."""
    seen: dict[str, Path] = {}
    for artefact in artefacts:
        folded = str(artefact.path).casefold()
        if folded in seen or artefact.path.name.casefold() == INDEX.casefold():
            raise ArgmapError(f"two maps would be called {artefact.path}: give one work another id")
        seen[folded] = artefact.path


def _index(artefacts: list[Artefact]) -> Iterator[str]:
    yield "# Maps\n\nMade by `argmap build` of the essays; change those, not these.\n"
    by_title: dict[str, list[Path]] = {}
    for artefact in artefacts:
        by_title.setdefault(artefact.path.name.removesuffix(artefact.path.suffix), []).append(
            artefact.path
        )
    titles = {a.path.name.removesuffix(a.path.suffix): a.title for a in artefacts}
    for name, paths in by_title.items():
        links = ", ".join(f"[{path.suffix[1:]}]({path.name})" for path in paths)
        yield f"\n## {escape(titles[name])}\n\n{links}\n"
        picture = next((path for path in paths if path.suffix in (".svg", ".png")), None)
        if picture is not None:
            yield f"\n[![{escape(titles[name])}]({picture.name})]({picture.name})\n"
