"""A weighing in words: as plain text for the terminal, and as Markdown for a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from argmap.rendering.markdown_text import code, escape
from argmap.rendering.plain_text import cells, wrap
from argmap.rendering.safe_text import one_line
from argmap.weigh.changes import Change
from argmap.weigh.keystones import Keystone, Turn
from argmap.weigh.naming import name_in
from argmap.weigh.standing import Standing
from argmap.weigh.survey import EssayWeight, Survey

CAVEAT = "This is what the annotations imply. It does not say who is right."
_PLURALS = {
    Standing.STANDS: ("stands", "stand"),
    Standing.FALLS: ("falls", "fall"),
    Standing.CONTESTED: ("is contested", "are contested"),
    Standing.OPEN: ("is open", "are open"),
}
_TITLES = {
    Standing.CONTESTED: "Contested",
    Standing.FALLS: "Fall",
    Standing.OPEN: "Open",
    Standing.STANDS: "Stand",
}
_NONE_LEANT_ON = "none: let any one fall, and no standing changes, nor a strength by a hundredth"
_LEAST = 0.005
"""Strengths are shown to a hundredth; a smaller change is not told."""
_MOST = 10
"""As many keystones and sources are listed, unless all are asked for."""


def text(found: Survey, width: int = 100, *, everything: bool = False) -> str:
    """Write a weighing as plain text in lines of ``width`` cells.

    ``everything`` tells of all statements, and of all keystones.
    """
    lines: list[str] = []
    for essay in found.essays:
        lines += [*_essay_lines(found, essay, width, everything), ""]
    lines += _keystone_lines(found, width, everything)
    lines += _change_lines(found, width)
    return "\n".join([*lines, *wrap(_closing(found), width)]) + "\n"


def markdown(found: Survey, *, everything: bool = False) -> str:
    """Write a weighing as Markdown; what essays say is escaped, so none writes markup into it."""
    lines = ["# What stands", "", escape(_closing(found))]
    for essay in found.essays:
        lines += ["", *_essay_markdown(found, essay, everything)]
    lines += _keystone_markdown(found, everything)
    lines += _change_markdown(found)
    return "\n".join(lines) + "\n"


# --- what both say --------------------------------------------------------------------------


def _closing(found: Survey) -> str:
    words = [CAVEAT, f"Strength, from 0 to 1, is by {found.strengths.semantics}."]
    unsettled = [key for key in found.strengths.unsettled if key in found.graph.statements]
    if unsettled:
        names = ", ".join(unsettled[:3]) + (" …" if len(unsettled) > 3 else "")
        words.append(
            f"In circles, the strengths of {len(unsettled)} statements had not settled after "
            f"{found.strengths.rounds} rounds ({names})."
        )
    return " ".join(words)


def _counted(essay: EssayWeight) -> str:
    parts = [
        f"{number} {_PLURALS[standing][number != 1]}"
        for standing, number in essay.counts.items()
        if number
    ]
    return ", ".join(parts)


def _groups(
    found: Survey, essay: EssayWeight, everything: bool
) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield what to tell beside the theses, by standing, each with its title."""
    keys = [*essay.telling, *essay.rest] if everything else essay.telling
    for standing, title in _TITLES.items():
        chosen = [key for key in keys if found.weighing.standings[key] is standing]
        if chosen:
            yield title, found.graph.in_reading_order(chosen)


def _untold(found: Survey, essay: EssayWeight, everything: bool) -> str:
    open_ = sum(found.weighing.standings[key] is Standing.OPEN for key in essay.rest)
    if everything or not open_:
        return ""
    if open_ == 1:
        return "1 more is open, a premise or an answer without grounds: --all lists it."
    return f"{open_} more are open, premises and answers without grounds: --all lists them."


def _parts(found: Survey, key: str) -> tuple[Standing, float, str]:
    reason = found.weighing.reason(key).partition(": ")[2]
    return found.weighing.standings[key], found.strengths.values[key], reason


def _turned(found: Survey, turn: Turn | Change, home: str) -> str:
    key = turn.thesis if isinstance(turn, Turn) else turn.key
    name = name_in(found.graph, key, home)
    moved = f"{_number(turn.was)} to {_number(turn.now)}"
    if turn.before is turn.after:
        return f"{name} {moved}"
    return f"{name} from {turn.before} to {turn.after}, {moved}"


def _stone_name(found: Survey, stone: Keystone) -> str:
    if stone.name in found.graph.statements:
        return _local(found, stone.name)
    return stone.name


def _local(found: Survey, key: str) -> str:
    """Return an id, with its work where several are shown."""
    if len(found.essays) == 1:
        return name_in(found.graph, key, found.essays[0].essay.key)
    essay = found.graph.essay_of(key)
    return f"{essay.id}:{key[len(essay.key) + 1 :]}"


def _telling(stone: Keystone) -> list[Turn]:
    """Return the theses that change by what can be shown, those with a new standing first."""
    seen = [t for t in stone.turns if t.before is not t.after or abs(t.was - t.now) >= _LEAST]
    return sorted(seen, key=lambda turn: turn.before is turn.after)


def _says(found: Survey, stone: Keystone) -> str:
    """Say what becomes of the theses."""
    home = found.essays[0].essay.key if len(found.essays) == 1 else ""
    turns = _telling(stone)
    words = [_turned(found, turn, home) for turn in turns[:3]]
    if len(turns) > len(words):
        words.append(f"and {len(turns) - len(words)} more")
    return "; ".join(words)


def _source_says(found: Survey, stone: Keystone) -> str:
    main = len(found.theses)
    falling = sum(turn.before is Standing.STANDS is not turn.after for turn in stone.turns)
    parts = []
    if falling:
        parts.append(f"{falling} of {main} main statements no longer stand")
    elif stone.changed:
        parts.append(f"{stone.changed} of {main} main statements change")
    if stone.claims:
        count = "1 claim no longer stands" if len(stone.claims) == 1 else None
        parts.append(count or f"{len(stone.claims)} claims no longer stand")
    turns = _says(found, stone)
    head = f"without it, {' and '.join(parts)}" if parts else ""
    return f"{head} ({turns})" if head and turns else head or turns


def _number(value: float) -> str:
    return f"{value:.2f}"


def _stones(
    found: Survey, everything: bool
) -> Iterator[tuple[str, Sequence[tuple[str, str]], int]]:
    """Yield a title, what to list under it (a name and words each), and how many more there are."""
    stones = found.keystones
    if stones is None:
        return
    for title, all_of_them, said in (
        ("Statements that the main statements lean on", stones.statements, _says),
        ("Sources that the case leans on", stones.sources, _source_says),
    ):
        chosen = [stone for stone in all_of_them if _telling(stone) or stone.claims]
        shown = chosen if everything else chosen[:_MOST]
        rows = [(one_line(_stone_name(found, s)), one_line(said(found, s))) for s in shown]
        yield title, rows, len(chosen) - len(shown)


# --- plain text -----------------------------------------------------------------------------


def _essay_lines(found: Survey, essay: EssayWeight, width: int, everything: bool) -> Iterator[str]:
    head = essay.essay.key
    title = one_line(essay.essay.title)
    yield from wrap(f"{head}: {title}" if title else head, width)
    yield from wrap(_counted(essay), width, first="  ", then="  ")
    if essay.theses:
        yield from ("", "Main statements")
        yield from _statements(found, essay.theses, width)
    for name, keys in _groups(found, essay, everything):
        yield from ("", name)
        yield from _statements(found, keys, width)
    untold = _untold(found, essay, everything)
    if untold:
        yield ""
        yield from wrap(untold, width)


def _statements(found: Survey, keys: Iterable[str], width: int) -> Iterator[str]:
    for key in keys:
        statement = found.graph.statements[key]
        standing, strength, reason = _parts(found, key)
        words = f"{standing} {_number(strength)}  {statement.name}: {one_line(statement.text)}"
        yield from wrap(words, width, first="  ", then="      ")
        yield from wrap(one_line(reason), width, first="      → ", then="        ")


def _keystone_lines(found: Survey, width: int, everything: bool) -> Iterator[str]:
    for title, rows, more in _stones(found, everything):
        yield title
        if not rows:
            yield f"  {_NONE_LEANT_ON}"
        for name, words in rows:
            yield from wrap(f"{name}: {words}", width, first="  - ", then="    ")
        if more:
            yield f"  and {more} more: --all lists them"
        yield ""


def _change_lines(found: Survey, width: int) -> Iterator[str]:
    changes = found.changes
    if changes is None:
        return
    yield from wrap(f"What changes {one_line(found.asked)}", width)
    rows = [("", "before", "", "after", "")]
    rows += [_row(found, change) for change in (*changes.theses, *changes.others)]
    sizes = [max(cells(row[column]) for row in rows) for column in range(5)]
    for row in rows:
        padded = (cell + " " * (size - cells(cell)) for cell, size in zip(row, sizes, strict=True))
        yield f"  {'  '.join(padded)}".rstrip()
    if not any(change.turned for change in (*changes.theses, *changes.others)):
        yield "  No standing changes."
    yield ""


def _row(found: Survey, change: Change) -> tuple[str, str, str, str, str]:
    name = one_line(_local(found, change.key))
    after = str(change.after) if change.turned else "the same"
    return name, str(change.before), _number(change.was), after, _number(change.now)


# --- Markdown -------------------------------------------------------------------------------


def _essay_markdown(found: Survey, essay: EssayWeight, everything: bool) -> Iterator[str]:
    yield f"## {escape(one_line(essay.essay.title) or essay.essay.key)}"
    yield ""
    yield f"{code(essay.essay.key)}: {_counted(essay)}."
    if essay.theses:
        yield from ("", "### Main statements", "")
        yield from _table(found, essay.theses)
    for name, keys in _groups(found, essay, everything):
        yield from ("", f"### {name}", "")
        yield from _table(found, keys)
    untold = _untold(found, essay, everything)
    if untold:
        yield from ("", escape(untold))


def _table(found: Survey, keys: Iterable[str]) -> Iterator[str]:
    yield "| Statement | Standing | Strength | Why |"
    yield "|---|---|---:|---|"
    for key in keys:
        statement = found.graph.statements[key]
        standing, strength, reason = _parts(found, key)
        words = f"{escape(one_line(statement.text))} ({code(statement.name)})"
        yield f"| {words} | {standing} | {_number(strength)} | {escape(one_line(reason))} |"


def _keystone_markdown(found: Survey, everything: bool) -> Iterator[str]:
    for title, rows, more in _stones(found, everything):
        yield from ("", f"## {title}", "")
        if not rows:
            yield f"{_NONE_LEANT_ON.capitalize()}."
        for name, words in rows:
            yield f"- **{escape(name)}**: {escape(words)}"
        if more:
            yield from ("", f"And {more} more.")


def _change_markdown(found: Survey) -> Iterator[str]:
    changes = found.changes
    if changes is None:
        return
    yield from ("", f"## What changes {escape(one_line(found.asked))}", "")
    yield "| Statement | Before | | After | |"
    yield "|---|---|---:|---|---:|"
    for change in (*changes.theses, *changes.others):
        name, before, was, after, now = _row(found, change)
        yield f"| {code(name)} | {before} | {was} | {after} | {now} |"
