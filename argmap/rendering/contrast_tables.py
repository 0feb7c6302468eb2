"""The figures and the evidence that two works both use, and what neither addresses, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from argmap.compare.contrast import Contrast, QuestionRow
from argmap.compare.contrast_parts import Carried, Open, Relation, Sign, SignKind
from argmap.figures import Figure
from argmap.figures.figure import plain
from argmap.graph import ArgumentGraph
from argmap.rendering.markdown_text import code, escape

__all__ = [
    "RELATIONS",
    "evidence_lines",
    "evidence_markdown",
    "figure_lines",
    "figure_words",
    "figures_markdown",
    "open_lines",
    "open_markdown",
]

RELATIONS = {
    Relation.SAME: "the same",
    Relation.COMPATIBLE: "compatible",
    Relation.CONFLICT: "in conflict",
    Relation.DIFFERENT: "same number, of different things by all signs",
}
_OPEN = {
    Open.ASKED: "asked",
    Open.OBJECTION: "objected, and not answered",
    Open.GRANTED: "taken for granted",
}
_BOUNDS = {
    "exactly": "",
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "at most ",
    "less_than": "less than ",
    "about": "about ",
}
_SCALES = (
    (Decimal(10) ** 12, " trillion"),
    (Decimal(10) ** 9, " billion"),
    (Decimal(10) ** 6, " million"),
)
_SIGNS = {
    SignKind.LINK: ("a link ({})", "links ({})"),
    SignKind.NEAR: ("a dispute over what they support",) * 2,
    SignKind.QUESTION: ("the question {}", "the questions {}"),
    SignKind.SOURCE: ("the source {}", "the sources {}"),
    SignKind.NAME: ("the name {}", "the names {}"),
    SignKind.WORD: ("the word {}", "the words {}"),
    SignKind.CONTEXT: ("the word {} in what they bear on", "the words {} in what they bear on"),
}
"""How each sign is said, of one and of several."""
_EXCERPT = 90
_LONG_EXCERPT = 200
_MOST_OPEN = 5
_NOT_COMPARED = (
    "The words round the figures were not compared, as the two are in different languages."
)


def figure_words(figure: Figure) -> str:
    """Say a figure's value: ``at least 6.5 billion USD``, ``75%``, ``10 to 100 times``."""
    if figure.low is None or figure.high is None or figure.kind == "date":
        days = "" if figure.low is None else f" (day {plain(figure.low)} to {figure.high})"
        return figure.unit + days
    divisor, scale = next(
        ((each, name) for each, name in _SCALES if figure.high >= each), (Decimal(1), "")
    )
    ends = dict.fromkeys((figure.low, figure.high))
    said = " to ".join(plain(end / divisor) for end in ends)
    unit = figure.unit if figure.unit in ("", "%") else f" {figure.unit}"
    return f"{_BOUNDS[figure.bound]}{said}{scale}{unit}"


# --- as plain text ------------------------------------------------------------------------------


def figure_lines(
    graph: ArgumentGraph, contrast: Contrast, names: tuple[str, str], width: int
) -> Iterator[str]:
    """Yield the lines of the figures both use, with an empty one behind; none where there are none.

    Texts are shortened round the figure.
    """
    from argmap.rendering.plain_text import wrap

    if not contrast.figures:
        return
    yield "Figures both use"
    if not contrast.words_compared:
        yield from wrap(_NOT_COMPARED, width, first="  ", then="  ")
    for row in contrast.figures:
        yield from wrap(
            f"{_values(row.left, row.right)}: {RELATIONS[row.relation]}",
            width,
            first="  ",
            then="    ",
        )
        for name, side in zip(names, (row.left, row.right), strict=True):
            yield from wrap(f"{name}:", width, first="    ", then="    ")
            for carried in side:
                said = f"{_name(graph, carried.statement)}: {_excerpt(graph, carried, _EXCERPT)}"
                yield from wrap(said, width, first="      - ", then="        ")
        if row.signs:
            yield from wrap(_signs(row.relation, row.signs), width, first="    ", then="    ")
    yield ""


def evidence_lines(
    graph: ArgumentGraph, contrast: Contrast, names: tuple[str, str], width: int
) -> Iterator[str]:
    """Yield the lines of the evidence both use, in the same way."""
    from argmap.rendering.plain_text import wrap

    if not contrast.evidence:
        return
    yield "Evidence both use"
    for row in contrast.evidence:
        yield from wrap(row.name, width, first="  ", then="    ")
        for name, keys in zip(names, (row.left, row.right), strict=True):
            ids = ", ".join(_name(graph, key) for key in keys)
            yield from wrap(f"{name}: {ids}", width, first="    ", then="      ")
        yield from wrap(_brought(row.shared, row.questions), width, first="    ", then="      ")
    yield ""


def open_lines(graph: ArgumentGraph, row: QuestionRow, width: int) -> Iterator[str]:
    """Yield the lines of what neither addresses on a question, the first few of it."""
    from argmap.rendering.plain_text import wrap

    if not row.open:
        return
    yield "  neither addresses:"
    for point in row.open[:_MOST_OPEN]:
        statement = graph.statements[point.key]
        said = f"{_OPEN[point.why]}, {_whole(graph, point.key)}: {_cut(statement.text)}"
        yield from wrap(said, width, first="    ? ", then="      ")
    if len(row.open) > _MOST_OPEN:
        yield f"    ? and {len(row.open) - _MOST_OPEN} more"


# --- as Markdown --------------------------------------------------------------------------------


def figures_markdown(
    graph: ArgumentGraph, contrast: Contrast, names: tuple[str, str]
) -> Iterator[str]:
    """Yield the lines of the figures both use as a table under a heading; none without figures."""
    if not contrast.figures:
        return
    left, right = (escape(name) for name in names)
    yield from ("", "## Figures both use", "")
    if not contrast.words_compared:
        yield from (_NOT_COMPARED, "")
    yield f"| How | Value | {left} | {right} | Signs |"
    yield "|---|---|---|---|---|"
    for row in contrast.figures:
        cells = (
            RELATIONS[row.relation],
            escape(_values(row.left, row.right)),
            _cell(graph, row.left),
            _cell(graph, row.right),
            escape(_signs(row.relation, row.signs)),
        )
        yield f"| {' | '.join(cells)} |"


def evidence_markdown(
    graph: ArgumentGraph, contrast: Contrast, names: tuple[str, str]
) -> Iterator[str]:
    """Yield the lines of the evidence both use as a table, in the same way."""
    if not contrast.evidence:
        return
    left, right = (escape(name) for name in names)
    yield from ("", "## Evidence both use", "")
    yield f"| Source | {left} | {right} | On |"
    yield "|---|---|---|---|"
    for row in contrast.evidence:
        ids = (", ".join(code(_name(graph, k)) for k in keys) for keys in (row.left, row.right))
        cells = (escape(row.name), *ids, escape(_brought(row.shared, row.questions)))
        yield f"| {' | '.join(cells)} |"


def open_markdown(graph: ArgumentGraph, row: QuestionRow) -> Iterator[str]:
    """Yield the lines of what neither addresses on a question: all of it."""
    if not row.open:
        return
    yield from ("", "**Neither addresses:**", "")
    for point in row.open:
        statement = graph.statements[point.key]
        yield f"- *{_OPEN[point.why]}*: {escape(statement.text)} ({code(_whole(graph, point.key))})"


# --- their parts --------------------------------------------------------------------------------


def _cell(graph: ArgumentGraph, side: Iterable[Carried]) -> str:
    return "<br>".join(
        f"{code(_name(graph, each.statement))}: {escape(_excerpt(graph, each, _LONG_EXCERPT))}"
        for each in side
    )


def _values(left: Iterable[Carried], right: Iterable[Carried]) -> str:
    """Say the values of both sides, once where they are the same."""
    sides = [dict.fromkeys(figure_words(each.figure) for each in side) for side in (left, right)]
    if set(sides[0]) == set(sides[1]):
        return "; ".join(sides[0])
    return " / ".join("; ".join(side) for side in sides)


def _signs(relation: Relation, signs: Iterable[Sign]) -> str:
    """Say what tells that figures are of one thing, or what those of two things have in common."""
    found: dict[SignKind, list[str]] = {}
    for sign in signs:
        found.setdefault(sign.kind, []).append(_short(sign))
    if not found:
        return ""
    said = "; ".join(
        _SIGNS[kind][len(each) > 1].format(", ".join(each)) for kind, each in found.items()
    )
    return f"in common: {said}" if relation is Relation.DIFFERENT else f"told by: {said}"


def _short(sign: Sign) -> str:
    return sign.value.rpartition(":")[2] if sign.kind is SignKind.QUESTION else sign.value


def _brought(shared: Iterable[str], questions: Iterable[str]) -> str:
    both = ", ".join(key.rpartition(":")[2] for key in shared)
    if both:
        return f"both bring it to {both}"
    each = ", ".join(key.rpartition(":")[2] for key in questions)
    return f"to different questions: {each}" if each else "to no question"


def _name(graph: ArgumentGraph, key: str) -> str:
    return graph.statements[key].name


def _whole(graph: ArgumentGraph, key: str) -> str:
    return f"{graph.essay_of(key).id}:{_name(graph, key)}"


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONG_EXCERPT else f"{words[:_LONG_EXCERPT].rpartition(' ')[0]}…"


def _excerpt(graph: ArgumentGraph, carried: Carried, length: int) -> str:
    """Return what stands round a figure, of some length, cut at spaces where there are any."""
    text = graph.statements[carried.statement].text
    figure = carried.figure
    if len(text) <= length:
        return " ".join(text.split())
    room = max(length - (figure.end - figure.start), 0) // 2
    start, end = max(figure.start - room, 0), min(figure.end + room, len(text))
    before, after = text[start : figure.start], text[figure.end : end]
    if start > 0:
        before = "…" + (before.partition(" ")[2] or before)
    if end < len(text):
        after = (after.rpartition(" ")[0] or after) + "…"
    return " ".join(f"{before}{figure.text}{after}".split())
