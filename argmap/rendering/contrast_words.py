"""A contrast in words: as Markdown for the page and the wall, as plain text for the terminal.

What an essay says is quoted as it is, on one line, with Markdown's and HTML's own characters
escaped, so that no essay can write markup into the result.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.compare.contrast import Contrast, Meeting, QuestionRow
from argmap.compare.contrast_cases import Cases
from argmap.graph import ArgumentGraph
from argmap.model import Essay, Link, LinkType
from argmap.rendering.contrast_cases import (
    case_lines,
    case_markdown,
    closing_lines,
    closing_markdown,
)
from argmap.rendering.contrast_tables import (
    evidence_lines,
    evidence_markdown,
    figure_lines,
    figures_markdown,
    open_lines,
    open_markdown,
)
from argmap.rendering.markdown_text import code as as_code
from argmap.rendering.markdown_text import escape
from argmap.rendering.safe_text import for_id

MEETINGS = {
    Meeting.AGREE: "they agree",
    Meeting.DISPUTE: "they dispute",
    Meeting.BOTH: "they agree in part and dispute in part",
    Meeting.PASS_BY: "both speak, and pass each other by",
    Meeting.ONE_SIDE: "only one speaks",
}
VERBS = {
    LinkType.SUPPORTS: "supports",
    LinkType.ATTACKS: "attacks",
    LinkType.CONTRADICTS: "contradicts",
    LinkType.RESTATES: "says the same as",
}


def markdown(graph: ArgumentGraph, contrast: Contrast, cases: Cases | None = None) -> str:
    """Write a contrast as Markdown: how they meet, every question, then what both use.

    With ``cases``, it is said under each question, and at the end, what the weighing comes to.
    """
    return "\n".join(_markdown_lines(graph, contrast, cases)) + "\n"


def text(
    graph: ArgumentGraph, contrast: Contrast, width: int = 100, cases: Cases | None = None
) -> str:
    """Write a contrast as plain text, wrapped by display width; see :func:`markdown`."""
    from argmap.rendering.plain_text import wrap

    names = (_name(contrast.left), _name(contrast.right))
    lines = [f"{names[0]}  /  {names[1]}", ""]
    for number, row in enumerate(contrast.rows):
        lines += wrap(f"{row.id}: {row.text}", width)
        lines.append(f"  {MEETINGS[row.meeting]}")
        for name, heads, keys in _sides(names, row):
            if not keys:
                lines.append(f"  {name}: nothing")
                continue
            more = len(keys) - len(heads)
            lines.append(f"  {name}:" + (f" (and {more} more)" if more else ""))
            for key in heads:
                label = f"{graph.statements[key].name}: {graph.statements[key].text}"
                lines += wrap(label, width, first="    - ", then="      ")
        for link in row.links:
            lines += wrap(_meet(graph, link), width, first="  = ", then="    ")
        lines += open_lines(graph, row, width)
        if cases is not None:
            lines += case_lines(cases.cases[number], _short(contrast), width)
        lines.append("")
    lines += figure_lines(graph, contrast, names, width)
    lines += evidence_lines(graph, contrast, names, width)
    if cases is not None:
        lines += closing_lines(contrast, cases, _short(contrast), width)
    lines.append(_totals(contrast))
    return "\n".join(lines) + "\n"


def _markdown_lines(graph: ArgumentGraph, contrast: Contrast, cases: Cases | None) -> Iterator[str]:
    left, right = _name(contrast.left), _name(contrast.right)
    yield f"# {escape(left)} and {escape(right)}"
    yield ""
    yield _totals(contrast)
    yield ""
    yield f"| Question | {escape(left)} | {escape(right)} | How they meet |"
    yield "|---|---:|---:|---|"
    for row in contrast.rows:
        yield (
            f"| [{escape(row.text)}](#{for_id(row.id)}) | {len(row.left)} | {len(row.right)} "
            f"| {MEETINGS[row.meeting]} |"
        )
    for number, row in enumerate(contrast.rows):
        yield ""
        yield f'## <a id="{for_id(row.id)}"></a>{escape(row.text)}'
        yield ""
        yield f"*{MEETINGS[row.meeting].capitalize()}.*"
        for name, heads, keys in _sides((left, right), row):
            yield ""
            if not keys:
                yield f"**{escape(name)}** says nothing to this."
                continue
            more = len(keys) - len(heads)
            yield f"**{escape(name)}**" + (f", with {more} more statements to it:" if more else ":")
            yield ""
            for key in heads:
                statement = graph.statements[key]
                by = f" *(said by {escape(statement.by)})*" if statement.by else ""
                yield f"- {escape(statement.text)}{by} ({as_code(statement.name)})"
        if row.links:
            yield ""
            yield "**Where they meet:**"
            yield ""
            for link in row.links:
                yield f"- {_meet(graph, link, code=True)}"
        yield from open_markdown(graph, row)
        if cases is not None:
            yield from case_markdown(cases.cases[number], _short(contrast))
    if contrast.elsewhere:
        yield ""
        yield "## Links that no question gathers"
        yield ""
        for link in contrast.elsewhere:
            yield f"- {_meet(graph, link, code=True)}"
    yield from figures_markdown(graph, contrast, (left, right))
    yield from evidence_markdown(graph, contrast, (left, right))
    if cases is not None:
        yield from closing_markdown(contrast, cases, _short(contrast))


def _sides(
    names: tuple[str, str], row: QuestionRow
) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    return ((names[0], row.left_heads, row.left), (names[1], row.right_heads, row.right))


def _meet(graph: ArgumentGraph, link: Link, *, code: bool = False) -> str:
    def name(key: str) -> str:
        local = key.rpartition(":")[2]
        return f"{graph.essay_of(key).id}:{local}"

    sources = " and ".join(as_code(name(s)) if code else name(s) for s in link.sources)
    target = as_code(name(link.target)) if code else name(link.target)
    reason = escape(link.reason) if code else link.reason
    return f"{sources} {VERBS[link.type]} {target}" + (f": {reason}" if reason else "")


def _totals(contrast: Contrast) -> str:
    counts = [
        f"{number} where {MEETINGS[meeting]}"
        for meeting in Meeting
        if (number := contrast.count(meeting))
    ]
    number = len(contrast.rows)
    return f"{number} question{'' if number == 1 else 's'}: {', '.join(counts) or 'none'}."


def _short(contrast: Contrast) -> tuple[str, str]:
    """Call the sides by their authors, or their works where these are not told apart so."""
    left, right = contrast.left, contrast.right
    if left.author and right.author and left.author != right.author:
        return left.author, right.author
    return (left.key, right.key) if left.id == right.id else (left.id, right.id)


def _name(essay: Essay) -> str:
    return f"{essay.author}, {essay.title}" if essay.author and essay.title else essay.id
