"""What ``argmap build`` makes: maps, spines and outlines of works, contrasts, editions.

An artefact is a path and a way to make its bytes, so that the same plan serves for writing and for
proving that what is committed is current. The same essays give the same bytes on every machine:
pictures are laid out by the bundled engine, never by one that happens to be installed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.building_files import file_name, refuse_clashes, stem
from argmap.building_index import INDEX, Artefact, Part, index
from argmap.compare.contrast import Contrast, contrast
from argmap.config import BuildConfig
from argmap.errors import ArgmapError
from argmap.graph import ArgumentGraph
from argmap.model import Essay, Kind

if TYPE_CHECKING:
    from argmap.compare.contrast_cases import Cases
    from argmap.compare.editions import Editions

__all__ = ["Artefact", "Outdated", "made", "outdated", "plan"]

_PICTURES = ("svg", "png")
_QUESTIONS = "questions"
_MADE = (".svg", ".png", ".dot", ".md", ".json")
_AT_ONCE = 4
"""Artefacts made at one time; the layout engine is a process of its own."""


@dataclass(frozen=True, slots=True)
class Outdated:
    """A file that is not what the essays make, and why: missing, different or left over."""

    path: Path
    why: str


@dataclass(frozen=True, slots=True)
class _Source:
    """What everything is made of; ``names`` and ``prose`` as ``compare_editions`` takes them."""

    graph: ArgumentGraph
    build: BuildConfig
    names: Mapping[str, tuple[str, ...]]
    prose: Mapping[str, str]


def plan(
    graph: ArgumentGraph,
    build: BuildConfig,
    *,
    names: Mapping[str, tuple[str, ...]] | None = None,
    prose: Mapping[str, str] | None = None,
) -> tuple[Artefact, ...]:
    """List what is to be made, the index last.

    ``names`` and ``prose`` are what the comparison of editions takes
    (:func:`~argmap.compare.editions.compare_editions`). Raises :class:`ArgmapError` for an
    unknown work, and where two files would have one name.
    """
    source = _Source(graph, build, names or {}, prose or {})
    _refuse_unknown(build.closely, graph)
    artefacts: list[Artefact] = []
    pairs = build.contrast or _pairs(graph)
    contrasts = [contrast(graph, left, right, names=source.names) for left, right in pairs]
    weighed = [_weighing(graph, found) for found in contrasts]
    for found, cases in zip(contrasts, weighed, strict=True):
        artefacts.extend(_contrast(source, found, cases))
    drawn = _drawn(graph)
    if build.weigh and "md" in build.formats:
        artefacts.extend(_weighed(source, drawn, contrasts, weighed))
    for work in dict.fromkeys(essay.id for essay in drawn):
        editions = [essay for essay in drawn if essay.id == work]
        if build.editions and len(editions) > 1:
            artefacts.extend(_editions(source, work))
        for essay in editions:
            artefacts.extend(_maps(source, essay))
    refuse_clashes(artefacts)
    if build.theme != "default":
        artefacts = _in_theme(artefacts, build.theme)
    text = "".join(index(artefacts, build.maps)).encode()
    return (*artefacts, Artefact(build.maps / INDEX, "this index", Part.INDEX, "", lambda: text))


def _in_theme(artefacts: Iterable[Artefact], name: str) -> list[Artefact]:
    """Have pictures drawn in a theme, in whichever thread they are made."""
    from argmap.rendering.theme_file import find_theme
    from argmap.rendering.themes import using

    theme = find_theme(name)

    def themed(make: Callable[[], bytes]) -> Callable[[], bytes]:
        def run() -> bytes:
            with using(theme):
                return make()

        return run

    return [replace(each, make=themed(each.make)) for each in artefacts]


def made(artefacts: Iterable[Artefact]) -> Iterator[tuple[Artefact, bytes]]:
    """Make artefacts, in their order, while the layout engine is at work on the next ones.

    Raises what making one raises, and then makes no more.
    """
    from concurrent.futures import ThreadPoolExecutor

    listed = list(artefacts)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        try:
            yield from zip(listed, pool.map(lambda each: each.make(), listed), strict=True)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def outdated(artefacts: tuple[Artefact, ...], build: BuildConfig) -> Iterator[Outdated]:
    """Compare what is there with what the essays make, without writing anything."""
    for artefact, content in made(artefacts):
        try:
            there = artefact.path.read_bytes()
        except FileNotFoundError:
            yield Outdated(artefact.path, "is missing")
            continue
        if there != content:
            yield Outdated(artefact.path, "is not what the essays make now")
    known = {artefact.path for artefact in artefacts}
    for path in sorted(_there(build.maps)):
        if path not in known and path.suffix in _MADE:
            yield Outdated(path, "is made of no essay")


def _there(maps: Path) -> Iterator[Path]:
    """Yield what lies in the folder of maps, and in those that are made in it."""
    if maps.is_dir():
        yield from (path for path in maps.iterdir() if path.is_file())
        yield from (path for path in (maps / _QUESTIONS).rglob("*") if path.is_file())


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


# --- one essay --------------------------------------------------------------------------------


def _maps(source: _Source, essay: Essay) -> Iterator[Artefact]:
    from argmap.views.spine import SIZE

    build = source.build
    alone = ArgumentGraph.build([essay], default_lang=source.graph.names.default_lang)
    title = essay.title or essay.id
    if build.spines and len(essay.statements) > SIZE:
        for suffix in _pictures(build):
            path = build.maps / f"{stem(essay.id)}.{stem(essay.lang)}.spine.{suffix}"
            make = _spine_maker(alone, suffix, build.paper)
            yield Artefact(path, title, Part.SPINE, essay.key, make)
    for suffix in build.formats:
        path = build.maps / f"{stem(essay.id)}.{stem(essay.lang)}.{suffix}"
        yield Artefact(path, title, Part.MAP, essay.key, _maker(alone, essay, suffix))


def _maker(graph: ArgumentGraph, essay: Essay, suffix: str) -> Callable[[], bytes]:
    def make() -> bytes:
        if suffix == "md":
            from argmap.rendering.outline import outline

            return outline(graph, essay).encode()
        if suffix == "json":
            from argmap.formats.documents.graph import dumps

            return dumps(graph).encode()
        from argmap.rendering import render

        return render(graph, suffix)

    return make


def _spine_maker(graph: ArgumentGraph, suffix: str, paper: str) -> Callable[[], bytes]:
    def make() -> bytes:
        from argmap.rendering import render
        from argmap.views.spine import spine

        return render(spine(graph), suffix, paper=paper)

    return make


# --- the editions of a work -------------------------------------------------------------------


def _editions(source: _Source, work: str) -> Iterator[Artefact]:
    @cache
    def compared() -> Editions:
        from argmap.compare.editions import compare_editions

        return compare_editions(source.graph, work, names=source.names, prose=source.prose)

    for suffix in source.build.formats:
        if suffix == "dot":
            continue
        path = source.build.maps / f"{stem(work)}.editions.{suffix}"
        make = _editions_maker(source.graph, compared, suffix)
        yield Artefact(path, work, Part.EDITIONS, work, make)
    graph_keys = source.graph.statements
    essays = [essay for essay in source.graph.essays if essay.id == work]

    for id_ in source.build.closely:
        if not any(f"{essay.key}:{id_}" in graph_keys for essay in essays):
            continue
        for suffix in _pictures(source.build):
            path = source.build.maps / f"{stem(work)}.{file_name(id_, set())}.{suffix}"
            make = _closely_maker(source.graph, compared, id_, suffix)
            yield Artefact(path, id_, Part.CLOSELY, work, make)


def _closely_maker(
    graph: ArgumentGraph, compared: Callable[[], Editions], id_: str, suffix: str
) -> Callable[[], bytes]:
    def make() -> bytes:
        from argmap.compare.editions_choice import choose, with_answers
        from argmap.rendering.editions import render_editions

        found = choose(compared(), [id_])
        return render_editions(graph, found, suffix, closely=with_answers(graph, found, [id_]))

    return make


def _editions_maker(
    graph: ArgumentGraph, compared: Callable[[], Editions], suffix: str
) -> Callable[[], bytes]:
    def make() -> bytes:
        if suffix == "md":
            from argmap.rendering.editions_words import markdown

            return markdown(graph, compared()).encode()
        if suffix == "json":
            from argmap.formats.documents.editions import dumps

            return dumps(graph, compared()).encode()
        from argmap.rendering.editions import render_editions

        return render_editions(graph, compared(), suffix)

    return make


# --- what stands ------------------------------------------------------------------------------


def _weighed(
    source: _Source,
    drawn: Iterable[Essay],
    contrasts: Sequence[Contrast],
    weighed: Sequence[Callable[[], Cases]],
) -> Iterator[Artefact]:
    paths = {essay.path for essay in drawn}

    def make() -> bytes:
        from argmap.rendering.contrast_cases import cruxes_markdown
        from argmap.rendering.weigh_words import markdown
        from argmap.weigh.survey import one_edition_each, survey

        graph, essays, _ = one_edition_each(source.graph, paths)
        lines = [markdown(survey(graph, essays, leans=True)).rstrip("\n")]
        for found, cases in zip(contrasts, weighed, strict=True):
            lines.extend(cruxes_markdown(found, cases()))
        return ("\n".join(lines) + "\n").encode()

    path = source.build.maps / "weigh.md"
    yield Artefact(path, "What stands", Part.WEIGHED, "", make)


def _refuse_unknown(closely: Iterable[str], graph: ArgumentGraph) -> None:
    known = {statement.id for statement in graph.statements.values() if statement.id}
    for id_ in closely:
        if id_ not in known:
            from argmap.nearest import nearest

            near = nearest(id_, sorted(known))
            way_out = f"did you mean {near}?" if near else "name one that is there"
            raise ArgmapError(f"build.closely: there is no statement {id_!r}; {way_out}")


# --- two works --------------------------------------------------------------------------------


def _weighing(graph: ArgumentGraph, found: Contrast) -> Callable[[], Cases]:
    """Weigh the questions of a contrast when that is first asked for, and once."""

    @cache
    def cases() -> Cases:
        from argmap.compare.contrast_cases import cases_of

        return cases_of(graph, found)

    return cases


def _contrast(source: _Source, found: Contrast, cases: Callable[[], Cases]) -> Iterator[Artefact]:
    build = source.build
    name = f"{stem(found.left.id)}-and-{stem(found.right.id)}"
    title = f"{found.left.title or found.left.id} and {found.right.title or found.right.id}"
    for suffix in build.formats:
        path = build.maps / f"{name}.{suffix}"
        make = _contrast_maker(source.graph, found, cases, suffix)
        yield Artefact(path, title, Part.CONTRAST, name, make)
    taken: set[str] = set()
    for row in found.rows if build.questions else ():
        file = file_name(row.id, taken)
        for suffix in _pictures(build):
            path = build.maps / _QUESTIONS / name / f"{file}.{suffix}"
            make = _question_maker(source.graph, found, row.id, suffix, build.paper)
            yield Artefact(path, row.text, Part.QUESTION, name, make)


def _contrast_maker(
    graph: ArgumentGraph, found: Contrast, cases: Callable[[], Cases], suffix: str
) -> Callable[[], bytes]:
    def make() -> bytes:
        if suffix == "md":
            from argmap.rendering.contrast_words import markdown

            return markdown(graph, found, cases()).encode()
        if suffix == "json":
            from argmap.formats.documents.contrast import dumps

            return dumps(graph, found, cases()).encode()
        from argmap.rendering.contrast import render_contrast

        return render_contrast(graph, found, suffix)

    return make


def _question_maker(
    graph: ArgumentGraph, found: Contrast, question: str, suffix: str, paper: str
) -> Callable[[], bytes]:
    def make() -> bytes:
        from argmap.rendering.contrast import render_question

        return render_question(graph, found, question, suffix, paper=paper)

    return make


# --- files ------------------------------------------------------------------------------------


def _pictures(build: BuildConfig) -> list[str]:
    return [suffix for suffix in build.formats if suffix in _PICTURES]
