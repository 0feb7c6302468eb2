"""Several files in one graph, whatever formats they are in, and one graph in a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from pathlib import PurePath
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError
from argmap.formats.interface import Output, Reading, Written

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Link

__all__ = ["distinct_works", "joined", "laid_out"]


def distinct_works(names: Iterable[str]) -> list[str]:
    """Return an id for the work of each file, made of its name; none stands twice; linear."""
    from argmap.work_ids import id_from

    used: dict[str, int] = {}
    works: list[str] = []
    for name in names:
        stem = work = id_from(name)
        while work in used:
            used[stem] += 1
            work = f"{stem}-{used[stem]}"
        used[work] = 1
        works.append(work)
    return works


def joined(readings: Sequence[Reading], default_lang: str = "en") -> ArgumentGraph:
    """Join what was read from several files into one graph; linear.

    Links that are resolved already stay as they are; those that essays state may lead from any of
    the files into any other.
    """
    from argmap.graph import ArgumentGraph

    if len(readings) == 1:
        return readings[0].graph(default_lang)
    essays = [essay for reading in readings for essay in reading.essays]
    whole = ArgumentGraph.build(essays, default_lang=default_lang)
    if all(reading.links is None for reading in readings):
        return whole
    kept = {id(essay) for essay in whole.essays}
    links: dict[str, Link] = {}
    resolved: set[str] = set()
    for reading in readings:
        if reading.links is None:
            continue
        own = {essay.key for essay in reading.essays if id(essay) in kept}
        graph = reading.graph(default_lang)
        resolved |= own
        links.update(
            (key, link) for key, link in graph.links.items() if graph.essay_of(key).key in own
        )
    stated = (key for key in whole.links if whole.essay_of(key).key not in resolved)
    links.update((key, whole.links[key]) for key in stated)
    _drop_baseless(links, whole.statements.keys())
    return ArgumentGraph.of_links(whole.essays, links.values(), default_lang=default_lang)


def _drop_baseless(links: dict[str, Link], statements: Set[str]) -> None:
    """Leave out links that bear on what a file left out held, and so on; linear."""
    on: dict[str, list[str]] = {}
    missing = []
    for key, link in links.items():
        on.setdefault(link.target, []).append(key)
        if not statements >= set(link.sources):
            missing.append(key)
    missing.extend(
        key
        for target, keys in on.items()
        if target not in statements and target not in links
        for key in keys
    )
    while missing:
        key = missing.pop()
        if links.pop(key, None) is not None:
            missing.extend(on.get(key, ()))


def laid_out(written: Written, target: PurePath) -> list[tuple[PurePath, Output]]:
    """Say which of the files written goes where, for one that was named.

    Files that belong together differ in their suffix alone. Raises :class:`ArgmapError` where
    several essays are a file each.
    """
    stems = {output.stem for output in written.files}
    if len(stems) > 1:
        raise ArgmapError(
            f"{target} is one file, and {len(stems)} are to be written: name a folder, as -o out/"
        )
    if len(written.files) == 1:
        return [(target, written.files[0])]
    return [(target.with_suffix(output.suffix), output) for output in written.files]
