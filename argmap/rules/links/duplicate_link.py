"""The same link is stated twice.

Within one essay, a statement supports, attacks, contradicts or restates the same target twice: an
id stands twice in one list, two marks with `from` say the same, or two statements each say that
they contradict, or restate, the other, which one of them says for both.

Links that differ are not duplicates: linked premises, which share `via`; links with names of their
own; what an edition in another language states. A mark with `from` whose text gives the reason for
a link that is there already, or a further reason, adds something and is none either.

## Why it matters

The second adds nothing to the map. Whoever changes one of them later leaves the other as it was.

## What to do

Take one of the two out. If they are two links after all, say what each is for, with `via` or in the
text of a mark with `from`.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}, for [two pupils in three
arrive tired]{#tired .evidence supports="late late" source="City survey"}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}, for [two pupils in three
arrive tired]{#tired .evidence supports=late source="City survey"}.
```
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from argmap.model import Edit, Fix, LinkType, Range
from argmap.rules.naming import called, listed
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Essay, Fault, Reference, StatedLink, Statement

_TITLE = "Take out the repeated link"
_LINKS = frozenset(link_type.value for link_type in LinkType)

_Ends = tuple[LinkType, frozenset[str], str | None]


class _Said(NamedTuple):
    """One target of one stated link: who acts by it, on what, and where it is written."""

    stated: StatedLink
    at: int
    sources: frozenset[str]
    target: str
    name: str | None
    alone: bool
    """Whether no other statement acts through the same link."""

    @property
    def reference(self) -> Reference:
        return self.stated.targets[self.at]

    @property
    def ends(self) -> _Ends:
        """The same for all that say the same; a symmetric link says it from either end."""
        link_type = self.stated.type
        if link_type.symmetric and len(self.sources) == 1:
            return link_type, self.sources | {self.target}, None
        return link_type, self.sources, self.target


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach for each link that its essay has stated before, where it stands again."""
    for essay in graph.essays:
        if _repeats(graph, essay):
            yield from _Essay(graph, essay).breaches()


def _repeats(graph: ArgumentGraph, essay: Essay) -> bool:
    """Tell quickly whether anything is stated twice, names and reasons apart; mostly nothing is."""
    here = graph.names.names[essay.key]
    seen: set[tuple[LinkType, str, str | None]] = set()
    for stated in essay.links:
        if stated.implied:
            continue
        source = stated.source
        if source is None:
            keys = [graph.resolve(essay, reference) or "" for reference in stated.sources]
            if len(set(keys)) < len(keys):
                return True
            source = "+".join(sorted(keys))
        for reference in stated.targets:
            if reference.work is None:
                target = here.get(reference.id)
            else:
                target = graph.resolve(essay, reference)
            said = (stated.type, source, target)
            if stated.type.symmetric and target is not None and target < source:
                said = (stated.type, target, source)
            if said in seen:
                return True
            seen.add(said)
    return False


class _Essay:
    """What one essay has stated so far, in order."""

    def __init__(self, graph: ArgumentGraph, essay: Essay) -> None:
        self.graph = graph
        self.essay = essay
        self.said: dict[tuple[_Ends, str | None, str], _Said] = {}
        self.alone: dict[tuple[_Ends, str], _Said] = {}
        self.marks: set[Range] = set()  # with ``from``, whose sources have been looked at
        self.misnamed: dict[Range, bool] = {}  # marks whose ``via`` has a fault
        self.cut: set[str] = set()  # statements that lose a whole attribute by a fix

    def breaches(self) -> Iterator[Breach]:
        for stated in self.essay.links:
            if stated.implied:
                continue
            if len(stated.sources) > 1:
                yield from self._same_sources(stated)
            for said in self._all_said(stated):
                first = self._before(said)
                if first is not None and not self._reported(said):
                    yield self._breach(said, first)

    def _all_said(self, stated: StatedLink) -> Iterator[_Said]:
        graph, essay = self.graph, self.essay
        if stated.source is not None:
            sources = frozenset((stated.source,))
        else:
            keys = (graph.resolve(essay, reference) for reference in stated.sources)
            sources = frozenset(key for key in keys if key in graph.statements and key is not None)
        for at, reference in enumerate(stated.targets):
            target = graph.resolve(essay, reference)
            if target is None or not sources or target in sources:
                continue  # reported as what it is
            name, alone = stated.via, True
            if name is not None:
                link = graph.links.get(f"{essay.key}:{name}")
                if link is None or link.type is not stated.type or link.target != target:
                    name = None  # AM110
                else:
                    alone = len(link.sources) == len(sources)
            yield _Said(stated, at, sources, target, name, alone)

    def _before(self, said: _Said) -> _Said | None:
        """Return what said the same before, if anything did; note what is said for the first time.

        Names part links, and reasons do. A link without a name is the same as a named one whose
        source acts alone.
        """
        ends, reason = said.ends, said.stated.reason
        found = self.said.setdefault((ends, said.name, reason), said)
        if found is not said:
            return found
        if not said.alone:
            return None
        first = self.alone.setdefault((ends, reason), said)
        if said.name is not None:
            return self.said.get((ends, None, reason))
        return None if first is said else first

    def _same_sources(self, stated: StatedLink) -> Iterator[Breach]:
        """Report what stands twice in ``from``."""
        if stated.range in self.marks:
            return  # a mark may state several links, each with these sources
        self.marks.add(stated.range)
        seen: set[str] = set()
        for at, reference in enumerate(stated.sources):
            key = self.graph.resolve(self.essay, reference)
            if key is None:
                continue
            if key in seen:
                yield Breach(
                    self.essay.path,
                    reference.range,
                    f"from names {called(self.graph, key, self.essay.key)} twice",
                    "once is enough: take this one out",
                    self._without_word(stated, stated.sources, at),
                )
            seen.add(key)

    def _breach(self, said: _Said, first: _Said) -> Breach:
        home = self.essay.key
        sources = listed(self.graph, self.graph.in_reading_order(said.sources), home)
        verb = said.stated.type.value
        link = f"{sources} {verb} {called(self.graph, said.target, home)}"
        here = first.stated is said.stated
        line = first.reference.range.start.line
        return Breach(
            self.essay.path,
            said.reference.range,
            f"it says twice that {link}" if here else f"line {line} says already that {link}",
            "once is enough: take this one out",
            self._fix(said, first),
        )

    def _fix(self, said: _Said, first: _Said) -> Fix | None:
        """Take out the word; the attribute where it is the only one and another link is left.

        A mark that states no link would bear, in a list, on the item around it.
        """
        stated = said.stated
        if first.stated is stated or (stated.source is not None and len(stated.targets) > 1):
            return self._without_word(stated, stated.targets, said.at)
        if stated.source is None or stated.via is not None or self._faults(stated.range):
            return None
        statement = self.graph.statements[stated.source]
        others = _LINKS & statement.places.keys() - {stated.type.value}
        if not others or stated.source in self.cut or _alone_on_line(stated.range, statement):
            return None
        self.cut.add(stated.source)
        return Fix(_TITLE, (Edit(stated.range, ""),))

    def _without_word(self, stated: StatedLink, words: Sequence[Reference], at: int) -> Fix | None:
        if self._faults(stated.range):  # what is written need not be what was read
            return None
        here = words[at].range
        if at:
            place = Range(words[at - 1].range.end, here.end)
        else:
            place = Range(here.start, words[1].range.start)
        return Fix(_TITLE, (Edit(place, ""),))

    def _reported(self, said: _Said) -> bool:
        """Tell whether a fault says so already: AM008 of the attribute, AM023 of its mark."""
        place = said.reference.range
        upto = Range(said.stated.range.start, place.end)
        around = self._faults(upto)
        if around and (_within(place, around[0].range) or _within(place, around[-1].range)):
            return True
        carrier = self.graph.statements.get(said.stated.source or "")
        mark = said.stated.range if carrier is None else carrier.range
        if mark not in self.misnamed:
            faults = self._faults(mark)
            self.misnamed[mark] = any(fault.rule == "misused-via" for fault in faults)
        return self.misnamed[mark]

    def _faults(self, place: Range) -> Sequence[Fault]:
        """Return the faults that begin in a place; O(log n) and what is found."""
        faults = self.essay.faults
        first = bisect_left(faults, place.start, key=lambda fault: fault.range.start)
        end = bisect_left(faults, place.end, lo=first, key=lambda fault: fault.range.start)
        return faults[first:end]


def _within(inner: Range, outer: Range) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _alone_on_line(place: Range, statement: Statement) -> bool:
    """Tell whether nothing of the mark is known to share a line with an attribute.

    To take it out would leave an empty line, at which the mark would break in two.
    """
    others = [other for other in statement.places.values() if not _within(other, place)]
    braces = statement.place("attributes")
    before = [braces.start, *(other.end for other in others if other.end <= place.start)]
    behind = [braces.end, *(other.start for other in others if other.start >= place.end)]
    return not (
        any(position.line == place.start.line for position in before)
        or any(position.line == place.end.line for position in behind)
    )
