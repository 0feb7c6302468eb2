"""From sources to findings: what was found before is taken as it is, the rest is checked.

A small project is one group, checked at once. A larger one is sketched, parted into groups, and
these are checked side by side; what was read is then compared with the sketches, and groups that
turn out to belong together are checked again as one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from argmap.checking.unit import Memory, Outcome, Seen, Unit, check_essays, check_unit, read
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager

    from argmap.checking.cache import Cache
    from argmap.checking.sketch import Sketch
    from argmap.model import Finding
    from argmap.rules.selection import Selection
    from argmap.sources import Sources

__all__ = ["Progress", "Result", "Setup", "check_sources"]

Progress = Callable[[int, int], None]
"""Is told how many files are done, and of how many."""

AT_ONCE = 1_000_000
"""Bytes up to which a project is one group: it is checked in less than a second."""
WORTH_KEEPING = 64_000
"""Bytes from which a cache saves more than it costs."""
_MANY = 8
"""Files from which a group that must be checked whole is at least read side by side."""


@dataclass(frozen=True, slots=True)
class Result:
    """The findings of the files that were named, in order, and how much was checked."""

    findings: list[Finding]
    seen: tuple[Seen, ...]

    @property
    def statements(self) -> int:
        """How many statements stand in the files."""
        return sum(each.statements for each in self.seen)


@dataclass(frozen=True, slots=True)
class Setup:
    """How to check: the rules, and by what means. Only the rules change what is found."""

    selection: Selection
    default_lang: str = "en"
    pool: Callable[[], AbstractContextManager[Executor]] | None = None
    """Opens a pool, where there is enough to do; None to check in this process."""
    cache: Cache | None = None
    memory: Memory | None = None
    """What a small project's essays were when they were last checked, for ``argmap watch``."""
    progress: Progress | None = None
    originals: Mapping[str, str] = field(default_factory=dict)


def check_sources(sources: Sources, setup: Setup) -> Result:
    """Check files, and return what is found in those that were named.

    The findings are the same whatever the pool and the cache. Raises :class:`ArgmapError` for a
    file that cannot be read. Time is linear in the bytes that are new.
    """
    run = _Run(sources, setup)
    outcomes = run.whole() if sources.size <= AT_ONCE else run.parted()
    named = sources.named
    findings = [f for outcome in outcomes for f in outcome.findings if f.path in named]
    seen = [each for outcome in outcomes for each in outcome.seen if each.path in named]
    return Result(sorted(findings, key=attrgetter("order")), tuple(sorted(seen)))


class _Run:
    """One check of many files."""

    def __init__(self, sources: Sources, setup: Setup) -> None:
        self.sources = sources
        self.setup = setup
        self.digests: dict[str, str] = {}
        self.total = len(sources.paths)
        self.done = 0
        self.pool: Executor | None = None
        self.open = ExitStack()

    def whole(self) -> list[Outcome]:
        """Check everything as one group."""
        unit = self._unit(self.sources.paths)
        if self.setup.memory is not None:
            jobs = ((path, content, unit.default_lang) for path, content in unit.sources)
            return [check_essays(map(self.setup.memory.read, jobs), unit)]
        cache = self.setup.cache if self.sources.size >= WORTH_KEEPING else None
        if cache is None:
            return [check_unit(unit)]
        key = self._key(unit)
        kept = _kept(cache, key)
        if kept is None:
            kept = check_unit(unit)
            _keep(cache, key, kept)
        return [kept]

    def parted(self) -> list[Outcome]:
        """Check group by group, those that hold a named file."""
        from argmap.checking.groups import Groups, join_all

        sketches = {path: self._sketch(path) for path in self.sources.paths}
        groups = Groups()
        join_all(groups, sketches)
        outcomes: dict[tuple[str, ...], Outcome] = {}
        with self.open:
            while True:
                wanted = [g for g in groups.all() if not self.sources.named.isdisjoint(g)]
                missing = [g for g in wanted if g not in outcomes]
                if not missing:
                    return [outcomes[g] for g in wanted]
                self.total = sum(map(len, wanted))
                self.done = self.total - sum(map(len, missing))
                outcomes.update(self._checked(missing))
                # What was read tells better than a sketch which groups belong together.
                for outcome in outcomes.values():
                    for seen in outcome.seen:
                        sketches[seen.path] = sketches[seen.path]._replace(
                            work=seen.work,
                            labels=frozenset(seen.labels),
                            names=frozenset(seen.questions),
                        )
                join_all(groups, sketches)

    def _checked(
        self, groups: Sequence[tuple[str, ...]]
    ) -> Iterator[tuple[tuple[str, ...], Outcome]]:
        cache = self.setup.cache
        unknown: list[tuple[str, ...]] = []
        for paths in groups:
            kept = _kept(cache, self._key_of(paths)) if cache is not None else None
            if kept is None:
                unknown.append(paths)
            else:
                self._tell(len(paths))
                yield paths, kept
        if self.pool is None and self.setup.pool is not None:
            size = sum(self.sources.size_of(path) for paths in unknown for path in paths)
            if size > AT_ONCE:
                self.pool = self.open.enter_context(self.setup.pool())
        for paths, outcome in self._new(unknown):
            if cache is not None:
                _keep(cache, self._key_of(paths), outcome)
            yield paths, outcome

    def _new(self, groups: Sequence[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], Outcome]]:
        """Check groups that are not known yet; the large ones last, which need all processes."""
        if self.pool is None:
            for paths in groups:
                yield paths, check_unit(self._unit(paths))
                self._tell(len(paths))
            return
        from argmap.checking.pool import side_by_side

        small = [paths for paths in groups if len(paths) < _MANY]
        units = ((paths, self._unit(paths)) for paths in small)
        for paths, outcome in side_by_side(self.pool, check_unit, units):
            yield paths, outcome
            self._tell(len(paths))
        for paths in groups:
            if len(paths) >= _MANY:
                yield paths, self._large(self.pool, self._unit(paths))

    def _large(self, pool: Executor, unit: Unit) -> Outcome:
        from argmap.checking.pool import side_by_side

        jobs = ((path, (path, content, unit.default_lang)) for path, content in unit.sources)
        essays = {}
        for path, essay in side_by_side(pool, read, jobs):
            essays[path] = essay
            self._tell(1)
        return check_essays([essays[path] for path, _ in unit.sources], unit)

    def _tell(self, count: int) -> None:
        self.done += count
        if self.setup.progress is not None:
            self.setup.progress(self.done, self.total)

    def _unit(self, paths: Iterable[str]) -> Unit:
        paths = tuple(paths)
        setup = self.setup
        originals = {path: setup.originals[path] for path in paths if path in setup.originals}
        contents = tuple((path, self._content(path)) for path in paths)
        return Unit(contents, setup.default_lang, setup.selection, originals)

    def _content(self, path: str) -> bytes:
        """Read a file; where it was sketched, it must still be the same."""
        content = self.sources.content(path)
        known = self.digests.get(path)
        if known is not None:
            from argmap.checking.cache import digest

            if digest([content]) != known:
                raise ArgmapError(f"{path} has changed while it was checked: run argmap again")
        return content

    def _sketch(self, path: str) -> Sketch:
        from argmap.checking.cache import digest
        from argmap.checking.sketch import sketch

        content = self.sources.content(path)
        self.digests[path] = key = digest([content])
        cache = self.setup.cache
        if cache is None:
            return sketch(content, path)
        from argmap.checking.outcome_text import sketch_of, sketch_text

        key = digest(["sketch", path, key])
        text = cache.get(key)
        kept = None if text is None else sketch_of(text)
        if kept is None:
            kept = sketch(content, path)
            cache.put(key, sketch_text(kept))
        return kept

    def _key(self, unit: Unit) -> str:
        from argmap.checking.cache import digest

        self.digests.update((path, digest([content])) for path, content in unit.sources)
        return self._key_of(tuple(path for path, _ in unit.sources))

    def _key_of(self, paths: Sequence[str]) -> str:
        """Digest all that the findings of a group depend on."""
        from argmap.checking.cache import digest

        setup = self.setup
        parts = ["outcome", setup.default_lang]
        for path in paths:
            force = setup.selection.at(path)
            parts += [path, self.digests[path], setup.originals.get(path, ""), str(len(force))]
            parts.extend(f"{code} {severity}" for code, severity in force.items())
        return digest(parts)


def _kept(cache: Cache, key: str) -> Outcome | None:
    from argmap.checking.outcome_text import outcome_of

    text = cache.get(key)
    return None if text is None else outcome_of(text)


def _keep(cache: Cache, key: str, outcome: Outcome) -> None:
    from argmap.checking.outcome_text import outcome_text

    cache.put(key, outcome_text(outcome))
