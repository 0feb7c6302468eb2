"""What a contrast's questions come to when they are weighed, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from argmap.compare.contrast import Contrast
from argmap.compare.contrast_cases import Cases
from argmap.rendering.markdown_text import code, escape
from argmap.weigh.crux import Case, Move, Outcome, Side
from argmap.weigh.standing import Standing

__all__ = [
    "NEVER_WHO_IS_RIGHT",
    "case_lines",
    "case_markdown",
    "closing_lines",
    "closing_markdown",
    "cruxes_markdown",
]

NEVER_WHO_IS_RIGHT = (
    "This is what the annotations imply, by the rules of docs/weighing.md. "
    "It does not say which author is right."
)
_MOST = 6
_Put = Callable[[str], str]
_MOVES = {
    Standing.FALLS: "{} fell",
    Standing.STANDS: "{} stood, whatever bears on it",
}


def case_lines(case: Case, names: tuple[str, str], width: int) -> list[str]:
    """Say in plain text what stands of each side, on what it leans, and the crux."""
    from argmap.rendering.plain_text import wrap

    lines: list[str] = []
    for name, side in zip(names, (case.left, case.right), strict=True):
        if side.heads:
            lines += wrap(f"{name}: {_side(side)}", width, first="  ~ ", then="    ")
    crux = _crux(case, _name)
    if crux:
        lines += wrap(crux, width, first="  ~ ", then="    ")
    return lines


def case_markdown(case: Case, names: tuple[str, str]) -> Iterator[str]:
    """Say the same as Markdown."""
    sides = list(zip(names, (case.left, case.right), strict=True))
    if not any(side.heads for _, side in sides):
        return
    yield ""
    yield "**Weighed:**"
    yield ""
    for name, side in sides:
        if side.heads:
            yield f"- {escape(name)}: {_side(side, code=True)}"
    crux = _crux(case, _code)
    if crux:
        yield f"- {crux[0].upper()}{crux[1:]}"


def closing_lines(
    contrast: Contrast, cases: Cases, names: tuple[str, str], width: int
) -> list[str]:
    """Close a contrast in plain text: which questions are carried, contested and unanswered."""
    from argmap.rendering.plain_text import wrap

    lines = ["What the weighing comes to"]
    for title, ids in _closing(contrast, cases, names):
        lines += wrap(f"{title}: {len(ids)}, {', '.join(ids)}", width, first="  ", then="    ")
    return [*lines, *wrap(NEVER_WHO_IS_RIGHT, width, first="  ", then="  "), ""]


def closing_markdown(contrast: Contrast, cases: Cases, names: tuple[str, str]) -> Iterator[str]:
    """Close a contrast with the same as a table."""
    yield ""
    yield "## What the weighing comes to"
    yield ""
    yield NEVER_WHO_IS_RIGHT
    yield ""
    yield "| Outcome | Questions | Which |"
    yield "|---|---:|---|"
    for title, ids in _closing(contrast, cases, names):
        which = ", ".join(f"[{escape(id_)}](#{id_})" for id_ in ids)
        yield f"| {escape(title)} | {len(ids)} | {which} |"


def cruxes_markdown(contrast: Contrast, cases: Cases) -> Iterator[str]:
    """List what each contested question of a contrast would be settled by, as a table."""
    left, right = contrast.left, contrast.right
    title = f"{left.title or left.id} and {right.title or right.id}"
    yield ""
    yield f"## Cruxes: {escape(title)}"
    yield ""
    yield "A contested question would be settled if:"
    yield ""
    yield "| Question | Crux |"
    yield "|---|---|"
    for number in cases.rows(Outcome.CONTESTED):
        case = cases.cases[number]
        moves = " and ".join(_move(move, _code) for move in case.crux)
        row = contrast.rows[number]
        none = f"none of up to {case.searched} statements was found"
        yield f"| {escape(row.text)} ({code(row.id)}) | {moves or none} |"


def _closing(
    contrast: Contrast, cases: Cases, names: tuple[str, str]
) -> Iterator[tuple[str, list[str]]]:
    parts: list[tuple[str, Sequence[int]]] = [
        (f"carried by {name}", cases.rows(Outcome.CARRIED, side)) for side, name in enumerate(names)
    ]
    contested = cases.rows(Outcome.CONTESTED)
    parts += [
        ("contested, with a crux", [n for n in contested if cases.cases[n].crux]),
        ("contested, with none found", [n for n in contested if not cases.cases[n].crux]),
        ("both have statements that stand", cases.rows(Outcome.BOTH)),
    ]
    parts += [
        (f"unanswered, said by {name} alone", cases.rows(Outcome.UNANSWERED, side))
        for side, name in enumerate(names)
    ]
    parts.append(("open: nothing that is said has grounds", cases.rows(Outcome.OPEN)))
    for title, rows in parts:
        if rows:
            yield title, [contrast.rows[number].id for number in rows]


def _side(side: Side, *, code: bool = False) -> str:
    put = _code if code else _name
    parts = []
    if side.standing:
        parts.append(f"{_listed([put(key) for key in side.standing])} {_verb(side.standing)}")
        if side.leans_on:
            parts.append(f"on {_listed([put(key) for key in side.leans_on])}")
    if side.contested:
        verb = "is" if len(side.contested) == 1 else "are"
        parts.append(f"{_listed([put(key) for key in side.contested])} {verb} contested")
    return "; ".join(parts) if parts else "nothing that stands for it here stands"


def _verb(keys: Sequence[str]) -> str:
    return "stands" if len(keys) == 1 else "stand"


def _crux(case: Case, put: _Put) -> str:
    if case.outcome is not Outcome.CONTESTED or not case.searched:
        return ""
    if not case.crux:
        return f"no crux of up to {case.searched} statements was found"
    return f"the crux: it would be settled if {' and '.join(_move(m, put) for m in case.crux)}"


def _move(move: Move, put: _Put) -> str:
    return _MOVES[move.after].format(put(move.key))


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:_MOST])
    if len(names) > _MOST:
        shown.append(f"{len(names) - _MOST} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _name(key: str) -> str:
    return key.rpartition(":")[2]


def _code(key: str) -> str:
    return code(_name(key))
