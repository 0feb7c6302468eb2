"""The editions of a work in words: as Markdown, and as plain text for the terminal.

What an essay says is quoted on one line, with Markdown's and HTML's own characters escaped where
the result is Markdown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import reduce
from itertools import groupby

from argmap.compare.editions import (
    Change,
    Difference,
    Drift,
    Editions,
    Loss,
    Rank,
    What,
)
from argmap.figures.figure import plain
from argmap.graph import ArgumentGraph
from argmap.model import Essay, Flag, Kind, LinkType
from argmap.rendering.markdown_text import escape
from argmap.words import say

__all__ = ["TITLES", "markdown", "sentences", "text"]

TITLES = {
    Rank.MAIN: "Main claims and rebuttals lost or added",
    Rank.TURNED: "Turned round",
    Rank.ANSWER: "Attacks lost, added or led elsewhere",
    Rank.FACTOR: "Figures off by a power of ten",
    Rank.FIGURE: "Other figures",
    Rank.SENSE: "Sense weakened, garbled or the like",
    Rank.STANDING: "Another kind, other flags, another voice",
    Rank.SUPPORT: "Reasons lost, added or led elsewhere",
    Rank.DETAIL: "Figures, names and sources in one only",
    Rank.WORDING: "Another wording",
}
_LOSSES = {
    Loss.UNANSWERED: "in {} nothing answers {}",
    Loss.UNOPPOSED: "in {} nothing speaks against {}",
    Loss.UNSUPPORTED: "in {} nothing supports {}",
}
_MOST_LOSSES = 6


def text(graph: ArgumentGraph, editions: Editions, width: int = 100) -> str:
    """Write the editions as plain text, wrapped by display width."""
    from argmap.rendering.plain_text import wrap

    lines = wrap(_opening(editions), width)
    for drift in editions.drifts:
        lines += ["", *wrap(_summary(editions, drift), width)]
        for rank, group in groupby(drift.differences, key=lambda each: each.rank):
            lines += ["", f"{TITLES[rank]} ({editions.base.lang} and {drift.edition.lang})"]
            for difference in group:
                said = "; ".join(sentences(graph, editions, drift, difference))
                lines += wrap(f"{difference.id}: {said}", width, first="  - ", then="    ")
                for lang, words in _quoted(graph, editions, drift, difference):
                    lines += wrap(f"{lang}: {words}", width, first="      ", then="        ")
    return "\n".join(lines) + "\n"


def markdown(graph: ArgumentGraph, editions: Editions) -> str:
    """Write the editions as Markdown: a table of the counts, then each edition's differences."""
    return "\n".join(_markdown_lines(graph, editions)) + "\n"


def _markdown_lines(graph: ArgumentGraph, editions: Editions) -> Iterator[str]:
    yield f"# The editions of {escape(editions.base.title or editions.work)}"
    yield ""
    yield escape(_opening(editions))
    yield ""
    langs = [escape(drift.edition.lang) for drift in editions.drifts]
    yield f"| What differs | {' | '.join(langs)} |"
    yield f"|---|{'---:|' * len(langs)}"
    counts = [drift.counts() for drift in editions.drifts]
    for rank, title in TITLES.items():
        if any(each[rank] for each in counts):
            yield f"| {title} | {' | '.join(str(each[rank]) for each in counts)} |"
    for drift in editions.drifts:
        yield ""
        yield f"## {escape(_name(drift.edition))}"
        yield ""
        yield escape(_summary(editions, drift))
        for rank, group in groupby(drift.differences, key=lambda each: each.rank):
            yield ""
            yield f"### {TITLES[rank]}"
            yield ""
            for difference in group:
                said = "; ".join(sentences(graph, editions, drift, difference, escape))
                yield f"- **{escape(difference.id)}**: {said}"
                for lang, words in _quoted(graph, editions, drift, difference):
                    yield f"  - {escape(lang)}: {escape(words)}"


def sentences(
    graph: ArgumentGraph,
    editions: Editions,
    drift: Drift,
    difference: Difference,
    put: Callable[[str], str] = str,
) -> list[str]:
    """Say what differs, each change in a few words and then what it leaves behind.

    ``put`` is given every word that comes from an essay, to be made safe where it goes.
    """
    langs = (editions.base.lang, drift.edition.lang)
    said = [
        _change(graph, difference, change, (put(langs[0]), put(langs[1])), put)
        for change in difference.changes
    ]
    shown = difference.effects[:_MOST_LOSSES]
    for loss in Loss:
        for lang in langs:
            ids = [put(e.id) for e in shown if e.loss is loss and e.lang == lang]
            if ids:
                said.append(say(_LOSSES[loss], put(lang), _listed(ids)))
    if more := len(difference.effects) - len(shown):
        said.append(say("and {} more stand so", more))
    return said


def _change(
    graph: ArgumentGraph,
    difference: Difference,
    change: Change,
    langs: tuple[str, str],
    put: Callable[[str], str],
) -> str:
    base, edition = put(change.base), put(change.edition)
    has, lacks = langs if change.base else langs[::-1]
    match change.what:
        case What.STATEMENT:
            return _only(graph, difference, has, put)
        case What.END:
            return _end(graph, difference, has, lacks, put)
        case What.NAME:
            ids = _listed([put(id_) for id_ in difference.ids[:3]])
            return say("named in {} only, in {}", has, ids)
        case What.SENSE:
            marked = [
                say("{} is marked {}", lang, _each(word))
                for lang, word in zip(langs, (base, edition), strict=True)
                if word
            ]
            return ", ".join(marked)
        case What.KIND:
            return say("{} in {}, {} in {}", _a(base), langs[0], _a(edition), langs[1])
        case What.BY:
            voices = [
                say("said by {}", word) if word else say("the author's own")
                for word in (base, edition)
            ]
            return say("{} in {}, {} in {}", voices[0], langs[0], voices[1], langs[1])
        case What.SOURCE:
            return say("from {} in {}, without a source in {}", base or edition, has, lacks)
        case What.FLAGS:
            base, edition = _each(base), _each(edition)
        case What.LINK:
            base, edition = _linked(base), _linked(edition)
    if not (base and edition):
        return say("{} in {} only", base or edition, has)
    return say("{} in {}, {} in {}", base, langs[0], edition, langs[1]) + _factor(change)


def _only(graph: ArgumentGraph, difference: Difference, has: str, put: Callable[[str], str]) -> str:
    key = difference.base or difference.edition or ""
    statement = graph.statements[key]
    what = say("main claim" if statement.has(Flag.THESIS) else str(statement.kind))
    if statement.has(Flag.IMPLICIT):  # what the annotator reads between the lines
        what = say("unstated {}", what)
    said = [
        _linked(f"{link.type} {put(link.target.rpartition(':')[2])}")
        for link in graph.links_from(key, LinkType.SUPPORTS, LinkType.ATTACKS)
        if graph.essay_of(link.key) is graph.essay_of(key)
    ]
    if not said:
        return say("only {} has this {}", has, what)
    return say("only {} has this {}, which {}", has, what, reduce(_and, said))


def _end(
    graph: ArgumentGraph,
    difference: Difference,
    has: str,
    lacks: str,
    put: Callable[[str], str],
) -> str:
    key = difference.base or difference.edition or ""
    essay = graph.essay_of(key)
    lost = [graph.statements[f"{essay.key}:{id_}"] for id_ in difference.ids]
    theses = sum(s.has(Flag.THESIS) for s in lost)
    rebuttals = sum(s.kind is Kind.REBUTTAL for s in lost)
    told = (len(lost), has, put(difference.ids[-1]))
    among = (_among(theses, "main claim"), _among(rebuttals, "rebuttal"))
    if difference.after:
        return say(
            "{} ends early after {}: the last {} statements of {}, to {}, are not there, "
            "{} and {} among them",
            *(lacks, put(difference.after), *told, *among),
        )
    return say(
        "{} ends early: the last {} statements of {}, to {}, are not there, {} and {} among them",
        *(lacks, *told, *among),
    )


def _quoted(
    graph: ArgumentGraph, editions: Editions, drift: Drift, difference: Difference
) -> Iterator[tuple[str, str]]:
    if difference.what in (What.END, What.NAME):
        return
    for essay, key in ((editions.base, difference.base), (drift.edition, difference.edition)):
        if key is not None:
            yield essay.lang, f"“{' '.join(graph.statements[key].text.split())}”"


def _opening(editions: Editions) -> str:
    base = editions.base
    return (
        f"{editions.work} is there in {_count(len(editions.drifts) + 1, 'edition')}; "
        f"each is compared with {_name(base)}, of {_count(len(base.statements), 'statement')}."
    )


def _summary(editions: Editions, drift: Drift) -> str:
    count = len(drift.differences)
    differ = "nothing differs" if not count else f"{_count(count, 'difference')}"
    return (
        f"{_name(drift.edition)}: {_count(len(drift.edition.statements), 'statement')}, "
        f"{drift.shared} of them shared with {editions.base.lang}; {differ}."
    )


def _factor(change: Change) -> str:
    if change.factor is None:
        return ""
    told = plain(Decimal(f"{change.factor:.3g}"))
    if change.factor > 1:
        return say(" ({} times as much)", told)
    return say(" (a factor of {})", told) if change.factor < 1 else ""


def _name(essay: Essay) -> str:
    return f"{essay.lang} ({essay.title})" if essay.title else essay.lang


def _a(kind: str) -> str:
    return say(kind if kind == Kind.EVIDENCE else f"a {kind}")


def _each(words: str) -> str:
    """Say several words of the annotator's, each of which may be one that we know."""
    return " ".join(map(say, words.split()))


def _linked(words: str) -> str:
    """Say the type of a link before the ids that it leads to."""
    type_, _, ids = words.partition(" ")
    return say(f"{type_} {{}}", ids) if ids else words


def _among(number: int, noun: str) -> str:
    return say(f"{{}} {noun}{'' if number == 1 else 's'}", number or say("no"))


def _and(one: str, other: str) -> str:
    return say("{} and {}", one, other)


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else _and(", ".join(words[:-1]), words[-1])
