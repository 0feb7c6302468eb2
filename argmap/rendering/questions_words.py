"""Critical questions in words: those that arguments leave open, and those of every scheme.

As plain text for the terminal, and as Markdown; what an essay says is on one line, and escaped
where the result is Markdown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from argmap.graph import ArgumentGraph
from argmap.rendering.markdown_text import escape
from argmap.rendering.plain_text import wrap
from argmap.rendering.safe_text import one_line
from argmap.schemes import Role, Scheme, name_in, text_in
from argmap.schemes.asking import Asked, Faced

__all__ = ["markdown", "scheme_markdown", "scheme_text", "text"]

_NONE = "No statement here names a scheme: argmap questions --list names them all."


def text(
    graph: ArgumentGraph, faced: Sequence[Faced], *, every: bool = False, width: int = 100
) -> str:
    """Write what arguments face, file by file, in lines of ``width`` cells.

    ``every`` question, or those that nothing answers.
    """
    lines: list[str] = []
    for path, group in groupby(faced, key=lambda each: graph.essay_of(each.use.key).path):
        lines += [*wrap(one_line(path), width), ""]
        for each in group:
            statement = graph.statements[each.use.key]
            lines += wrap(_heading(graph, each), width, first="  ", then="    ")
            words = f"“{one_line(statement.text)}”"
            lines += wrap(words, width, first="    ", then="    ")
            for asked in each.asked if every else each.open:
                mark = "?" if asked.open else "="
                said = _said(graph, asked, one_line)
                lines += wrap(said, width, first=f"    {mark} ", then="      ")
            lines.append("")
    return "\n".join([*lines, *wrap(_summary(faced), width)]) + "\n"


def markdown(graph: ArgumentGraph, faced: Sequence[Faced], *, every: bool = False) -> str:
    """Write what arguments face as Markdown, a section for each file and argument."""
    lines = ["# Critical questions", "", _summary(faced)]
    for path, group in groupby(faced, key=lambda each: graph.essay_of(each.use.key).path):
        lines += ["", f"## {escape(path)}"]
        for each in group:
            statement = graph.statements[each.use.key]
            lines += ["", f"### {escape(_heading(graph, each))}", "", f"> {escape(statement.text)}"]
            shown = each.asked if every else each.open
            lines += [""] if shown else []
            lines += [f"- {_said(graph, asked, escape, '**')}" for asked in shown]
    return "\n".join(lines) + "\n"


def scheme_text(schemes: Iterable[Scheme], lang: str = "en", width: int = 100) -> str:
    """Write schemes with their pattern and their questions, in lines of ``width`` cells."""
    lines: list[str] = []
    for scheme in schemes:
        lines += [f"{scheme.id}  {name_in(lang, scheme)}"]
        for premise in scheme.premises:
            lines += wrap(f"{premise}.", width, first="    ", then="    ")
        lines += wrap(f"So: {scheme.conclusion}.", width, first="    ", then="    ")
        for question in scheme.questions:
            words = f"{question.id} ({question.role}): {text_in(lang, question)}"
            lines += wrap(words, width, first="    ? ", then="      ")
        lines.append("")
    return "\n".join(lines)


def scheme_markdown(schemes: Iterable[Scheme], lang: str = "en") -> str:
    """Write schemes as Markdown: a section each, with the pattern and a table of the questions."""
    lines = ["# Argumentation schemes"]
    for scheme in schemes:
        name = name_in(lang, scheme)
        lines += ["", f"## {scheme.id}", "", f"**{name[:1].upper()}{name[1:]}.** {_after(scheme)}"]
        lines += ["", *(f"- {premise}." for premise in scheme.premises)]
        lines += ["", f"So: {scheme.conclusion}.", "", "| question | role | |", "|---|---|---|"]
        lines += [
            f"| `{each.id}` | {each.role} | {text_in(lang, each)} |" for each in scheme.questions
        ]
    return "\n".join(lines) + "\n"


def _after(scheme: Scheme) -> str:
    if not scheme.source:
        return "Ours."
    return f"After Walton, Reed and Macagno: {scheme.source}."


def _heading(graph: ArgumentGraph, faced: Faced) -> str:
    """Say where an argument stands, who makes it, of which scheme, and how much is open."""
    key = faced.use.key
    statement = graph.statements[key]
    by = f", said by {one_line(statement.by)}" if statement.by else ""
    count = len(faced.open)
    left = "every question is answered" if not count else f"{count} of {len(faced.asked)} open"
    named = [graph.statements[each].name for each in faced.use.keys]
    who = f"{', '.join(named)} ({statement.kind}{by})"
    return f"{statement.range.start} {who}: {faced.use.scheme.id}; {left}"


def _said(graph: ArgumentGraph, asked: Asked, put: Callable[[str], str], strong: str = "") -> str:
    """Say what a question asks, who raises and who answers it."""
    lang = graph.essay_of(asked.use.key).lang
    role = " (exception)" if asked.question.role is Role.EXCEPTION else ""
    words = text_in(lang, asked.question)
    parts = [f"{strong}{asked.question.id}{strong}{role}: {words}"]
    home = graph.essay_of(asked.use.key).key
    for verb, keys in (("Raised", asked.raised), ("Answered", asked.answers)):
        if keys:
            names = (put(key.removeprefix(f"{home}:")) for key in keys)
            parts.append(f"{verb} by {', '.join(names)}.")
    return " ".join(parts)


def _summary(faced: Sequence[Faced]) -> str:
    if not faced:
        return _NONE
    return " ".join(_counts(faced))


def _counts(faced: Sequence[Faced]) -> Iterator[str]:
    asked = [each for every in faced for each in every.asked]
    left = [each for each in asked if each.open]
    raised = [each for each in left if each.raised]
    arguments = "1 argument names" if len(faced) == 1 else f"{len(faced)} arguments name"
    yield f"{arguments} a scheme; of {len(asked)} critical questions {len(left)} are open."
    if raised:
        yield f"{len(raised)} of these {'has' if len(raised) == 1 else 'have'} been raised."
