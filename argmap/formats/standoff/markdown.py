"""Annotated Markdown in place: marks put into a text where its statements stand.

Nothing else of the text changes, to the letter. That needs a text that Markdown shows as it is:
paragraphs of prose, without Markdown's own characters where they would be markup, indented lines,
or line ends of their own meaning; and statements that each stand in one paragraph and do not cross.
Where one of these fails it is said which, and the text is left to Web Annotation. A single line end
stays one: Markdown shows it as a space.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.formats.foreign import foreign
from argmap.formats.interface import Loss, Losses, Output
from argmap.formats.markdown.text import value
from argmap.formats.standoff import STANDOFF, laid_out, merged, plain, text_of_essay
from argmap.model import Essay, Flag, Link, Statement

if TYPE_CHECKING:
    from argmap.formats.markdown.writing import MarkdownWriter
    from argmap.graph import ArgumentGraph

__all__ = ["Placed", "changed_by_markdown", "placed", "with_placed"]

_PARAGRAPH_END = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")
_INDENT = re.compile(r"^(?:[ ]{2}|[ ]?\t)[ \t]*\S", re.MULTILINE)
_HARD_BREAK = re.compile(r"(?:[ ]{2}|\\)(?:\r|\n)[ \t]*[^\s]")
_HEADING = re.compile(r"^#{2,6} .*$", re.MULTILINE)
_SIGNS = re.compile("#{2,6} ")
_DEEPEST = 6
_LINE_END = re.compile(r"\r\n|\r|\n")
_JUDGED_APART = ("unknown-scheme",)
"""Faults that are about what a statement says of itself, wherever it stands."""

_Mark = tuple[int, int, Statement]


@dataclass(frozen=True, slots=True)
class Placed:
    """A text with its marks, or else ``files``: the same as Web Annotation, and what that loses.

    ``essay`` is the essay to compare with what is read again: without its text apart, and with line
    ends within statements as spaces.
    """

    text: str
    essay: Essay
    files: tuple[Output, ...] = ()
    losses: tuple[Loss, ...] = ()


def placed(writer: MarkdownWriter, essay: Essay, stem: str) -> Placed | None:
    """Put the marks of an essay into its text; linear. None where it has no text of its own.

    What a statement's section is called becomes a heading where it is a line of the text, and what
    is unstated goes from behind the text into its comment.
    """
    text = text_of_essay(essay)
    if text is None:
        return None
    marks, why = _marks(essay, text)
    text = _without_unstated(essay, text)
    if not why:
        text, marks, why = _with_headings(text, marks)
    why = why or changed_by_markdown(_HEADING.sub("x", text))
    if not why:
        written = _written(writer, essay, text, marks)
        read = _read(written, essay, f"{writer._head(essay)}\n\n", text)
        if read is not None:
            return Placed(written, read)
        why = "marks would change how the text is read"
    for key in list(writer.keys):  # it keeps its names, as it is not written as Markdown
        if key == essay.key or key.startswith(f"{essay.key}:"):
            del writer.keys[key]
    files, losses = _apart(writer.graph, essay, f"{why}, in {essay.path}", stem)
    return Placed("", essay, files, losses)


def with_placed(
    graph: ArgumentGraph, found: Mapping[str, Placed]
) -> tuple[ArgumentGraph, tuple[Loss, ...]]:
    """Return the graph to compare with what is read again, and what was lost apart from that.

    What is left to Web Annotation is not in the graph, nor are links that lead there.
    """
    from argmap.graph import ArgumentGraph

    if not found:
        return graph, ()
    elsewhere = {key for key, each in found.items() if each.files}
    essays = [
        found[each.key].essay if each.key in found else each
        for each in graph.essays
        if each.key not in elsewhere
    ]
    losses = Losses()
    for each in found.values():
        for loss in each.losses:
            losses.add(loss.kind, loss.example, loss.count)
    gone: set[str] = set()
    links: list[Link] = []
    for link in _resting_last(graph):
        home = graph.essay_of(link.key).key
        ends = (*link.sources, link.target)
        if home in elsewhere or any(
            end in gone or graph.essay_of(end).key in elsewhere for end in ends
        ):
            gone.add(link.key)
            if home not in elsewhere:
                losses.add("links", link.name or link.key.rpartition(":")[2])
        else:
            links.append(link)
    lang = graph.names.default_lang
    return ArgumentGraph.of_links(essays, links, default_lang=lang), losses.found()


def _resting_last(graph: ArgumentGraph) -> list[Link]:
    """Return links so that one on another comes behind it; linear."""
    resting: dict[str, list[Link]] = {}
    ready: list[Link] = []
    for link in graph.links.values():
        if link.target in graph.links:
            resting.setdefault(link.target, []).append(link)
        else:
            ready.append(link)
    for link in ready:  # which grows meanwhile
        ready.extend(resting.pop(link.key, ()))
    return [*ready, *(link for links in resting.values() for link in links)]


def _marks(essay: Essay, text: str) -> tuple[list[_Mark], str]:
    """Return where to put marks, outer ones first; or why there can be none."""
    spans = laid_out(essay).spans
    found: list[_Mark] = []
    for statement in essay.statements:
        if Flag.IMPLICIT in statement.flags:
            continue
        if statement.key not in spans:
            return [], f"{statement.name} does not stand in the text"
        parts = merged(text, spans[statement.key])
        if len(parts) > 1:
            return [], f"{statement.name} is in {len(parts)} parts"
        start, end = parts[0]
        if _PARAGRAPH_END.search(text, start, end):
            return [], f"{statement.name} goes over the end of a paragraph"
        words = text[start:end]  # white space at their ends stays outside
        start += len(words) - len(words.lstrip())
        found.append((start, start + len(words.strip()), statement))
    found.sort(key=lambda mark: (mark[0], -mark[1]))
    open_: list[_Mark] = []
    for mark in found:
        while open_ and open_[-1][1] <= mark[0]:
            open_.pop()
        if open_ and open_[-1][1] < mark[1]:
            return [], f"{open_[-1][2].name} and {mark[2].name} cross"
        open_.append(mark)
    return found, ""


def _without_unstated(essay: Essay, text: str) -> str:
    """Take away what stands behind a text only for a format that has no other place for it."""
    spans = laid_out(essay).spans
    ends = [spans[s.key] for s in essay.statements if Flag.IMPLICIT in s.flags and s.key in spans]
    for parts in sorted(ends, reverse=True):
        (start, _), (_, end) = parts[0], parts[-1]
        if not text[end:].strip() and text[:start].endswith(("\n", "\r")):
            text = text[:start].rstrip() + "\n"
    return text


def _with_headings(text: str, marks: Sequence[_Mark]) -> tuple[str, list[_Mark], str]:
    """Make headings of the lines that the sections of statements are called by, or say why not."""
    put: list[tuple[int, int]] = []  # where, and how many signs
    at = 0
    before: tuple[str, ...] = ()
    for start, _, statement in marks:
        shared = 0
        for one, other in zip(before, statement.section, strict=False):
            if one != other:
                break
            shared += 1
        for level, title in enumerate(statement.section[shared:], shared):
            words = r"\s+".join(map(re.escape, title.split()))
            line = re.compile(rf"(?:\A|(?<=[\r\n])){words}[ \t]*(?=[\r\n])").search(text, at, start)
            if line is None:
                return text, [], f"the heading {title!r} is no line of the text"
            put.append((line.start(), level + 2))
            if level + 2 > _DEEPEST:
                return text, [], f"the heading {title!r} is too deep"
            at = line.end()
        before = statement.section
        at = max(at, start)
    pieces: list[str] = []
    last = 0
    for place, level in put:
        pieces += [text[last:place], "#" * level, " "]
        last = place
    places = [place for place, _ in put]
    signs = [0, *accumulate(level + 1 for _, level in put)]

    def moved(offset: int) -> int:
        return offset + signs[bisect_right(places, offset)]

    shifted = [(moved(start), moved(end), statement) for start, end, statement in marks]
    return "".join([*pieces, text[last:]]), shifted, ""


def changed_by_markdown(text: str) -> str:
    """Say what of a text Markdown would not show as it stands; empty where nothing; linear."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    for pattern, what in ((_INDENT, "is indented"), (_HARD_BREAK, "ends in a line break")):
        if (found := pattern.search(text)) is not None:
            return f"line {_line(text, found.start())} {what}"
    lines = _LINE_END.split(text)
    seen = 0
    for token in MarkdownIt("commonmark").enable("table").use(footnote_plugin).parse(text):
        if token.type in ("paragraph_open", "paragraph_close"):
            continue
        first, last = token.map or (seen, seen + 1)
        while seen < first:
            if lines[seen].strip():
                return _markup(seen)
            seen += 1
        children = token.children or ()
        if token.type != "inline" or any(c.type not in ("text", "softbreak") for c in children):
            return _markup(_different(lines, seen, last, token.content))
        shown = "".join("\n" if c.type == "softbreak" else c.content for c in children)
        if shown != "\n".join(line.strip(" \t") for line in lines[first:last]):
            return _markup(first)
        seen = last
    rest = next((number for number in range(seen, len(lines)) if lines[number].strip()), None)
    return "" if rest is None else _markup(rest)


def _markup(line: int) -> str:
    return f"line {line + 1} holds characters that are markup in Markdown"


def _different(lines: Sequence[str], first: int, last: int, content: str) -> int:
    """Return the first line of a block that has a character of markup, to be of help."""
    for number in range(first, min(last, len(lines))):
        if any(char in "*_`[]<&\\!#>|" for char in lines[number]):
            return number
    return first


def _line(text: str, offset: int) -> int:
    return len(_LINE_END.findall(text, 0, offset)) + 1


def _written(writer: MarkdownWriter, essay: Essay, text: str, marks: Sequence[_Mark]) -> str:
    carried, links = writer._parted(essay)
    pieces: list[str] = [writer._head(essay), "\n\n"]
    at = 0
    open_: list[tuple[int, str]] = []

    def close(until: int) -> Iterator[str]:
        nonlocal at
        while open_ and open_[-1][0] <= until:
            end, attributes = open_.pop()
            yield f"{text[at:end]}]{{{attributes}}}"
            at = end

    for start, end, statement in marks:
        pieces.extend(close(start))
        on = _on(writer, essay, statement)
        attributes = writer._attributes(essay, statement, carried.get(statement.key, ()), on)
        said = " ".join(filter(None, attributes))
        if _is_heading(text, start, end):
            pieces.append(f"{text[at:end]} {{{said}}}")
            at = end
            continue
        pieces.append(f"{text[at:start]}[")
        at = start
        open_.append((end, said))
    pieces.extend(close(len(text)))
    pieces.append(text[at:])
    after = [
        writer._statement(essay, each, carried.get(each.key, ()), _on(writer, essay, each))
        for each in essay.statements
        if Flag.IMPLICIT in each.flags
    ]
    after += [writer._apart(essay, link, sources) for link, sources in links]
    if after:
        pieces.append("\n\n".join(["", *after]))
    written = "".join(pieces)
    return written if written.endswith("\n") else f"{written}\n"


def _is_heading(text: str, start: int, end: int) -> bool:
    """Tell whether what a mark holds is all of a heading, which then has its attributes."""
    begun = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    return _SIGNS.fullmatch(text, begun, start) is not None and text[end : end + 1] in ("\n", "\r")


def _on(writer: MarkdownWriter, essay: Essay, statement: Statement) -> str:
    words = value(" ".join(writer._mention(essay, each) for each in statement.on))
    return f"on={words}" if words else ""


def _read(written: str, essay: Essay, head: str, text: str) -> Essay | None:
    """Read it again; None where it is another text, or says another thing, than it should."""
    from argmap.essay import read_essay
    from argmap.strip import strip

    read = read_essay(written, essay.path, default_lang="und")
    if any(fault.rule not in _JUDGED_APART for fault in read.faults):
        return None
    # What stands behind the text, links between others and unstated premises, is not part of it.
    if not strip(written).startswith(f"{head}{text.rstrip()}"):
        return None
    if sorted(plain(s.text) for s in read.statements) != sorted(
        plain(s.text) for s in essay.statements
    ):
        return None
    # As Markdown has them: the end of a line within a statement is a space.
    words = {each.id: each.text for each in read.statements if each.id is not None}
    statements = tuple(
        replace(_without_text(each), text=words.get(each.id or "", plain(each.text)))
        for each in essay.statements
    )
    stated = [each for each in essay.statements if Flag.IMPLICIT not in each.flags]
    sections = {each.id: each.section for each in read.statements}
    if any(sections.get(each.id, each.section) != each.section for each in stated):
        return None
    if [plain(each.text) for each in statements] != [plain(each.text) for each in essay.statements]:
        return None
    extra = {key: kept for key, kept in essay.extra.items() if key != STANDOFF}
    return replace(essay, statements=statements, extra=MappingProxyType(extra))


def _without_text(statement: Statement) -> Statement:
    if not foreign(statement.extra, STANDOFF):
        return statement
    extra = {key: kept for key, kept in statement.extra.items() if key != STANDOFF}
    return replace(statement, extra=MappingProxyType(extra))


def _apart(
    graph: ArgumentGraph, essay: Essay, why: str, stem: str
) -> tuple[tuple[Output, ...], tuple[Loss, ...]]:
    """Write one essay as Web Annotation beside its text, with what that loses, the reason first."""
    from argmap.formats.web_annotation import write
    from argmap.graph import ArgumentGraph

    own: dict[str, Link] = {}
    losses = Losses()
    for link in graph.links.values():
        if graph.essay_of(link.key).key == essay.key:
            ends = (*link.sources, link.target)
            if all(graph.essay_of(end).key == essay.key for end in ends):
                own[link.key] = link
            else:
                losses.add("links", link.name or link.key.rpartition(":")[2])
    alone = ArgumentGraph.of_links([essay], own.values(), default_lang=graph.names.default_lang)
    written = write(alone)
    for loss in written.losses:
        losses.add(loss.kind, loss.example, loss.count)
    losses.add("marks in the text, which stand in Web Annotation (.jsonld) instead", why)
    return tuple(replace(file, stem=stem) for file in written.files), losses.found()
