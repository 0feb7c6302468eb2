"""What ``argmap rule`` prints: the explanation of a rule, or the list of all rules."""

from __future__ import annotations

from importlib import import_module
from inspect import cleandoc
from typing import Any

from argmap.errors import ArgmapError

# Imported by statement, not by a name put together, so that zipped and frozen installs hold them;
# the registry imports the others, those with a check.
from argmap.rules.evidence import (  # noqa: F401
    body_not_found,
    dead_link,
    figure_not_in_original,
    name_not_in_original,
    original_changed,
    paragraph_not_there,
    quote_not_in_original,
    uncovered_paragraph,
    useless_uncovered_entry,
)
from argmap.rules.examples import Example, examples, sections
from argmap.rules.registry import RULES, find_rule, nearest_rule
from argmap.rules.rule import Rule
from argmap.rules.syntax import (  # noqa: F401
    bad_front_matter,
    bad_value,
    comma_separated_ids,
    comment_at_line_start,
    comment_marks_nothing,
    duplicate_attribute,
    duplicate_edition,
    duplicate_id,
    empty_statement,
    escaped_span,
    fence_without_blank_line,
    fence_without_braces,
    id_not_nfc,
    invalid_utf8,
    malformed_attribute,
    malformed_id,
    malformed_suppression,
    misplaced_attributes,
    missing_kind,
    misused_from,
    misused_implicit,
    misused_via,
    nested_too_deep,
    several_kinds,
    single_quotes,
    stray_fence,
    suppression_without_reason,
    unclosed_attributes,
    unclosed_block,
    unclosed_comment_span,
    unknown_attribute,
    unknown_kind,
    unknown_rule,
    unknown_scheme,
    unused_suppression,
)

__all__ = [
    "UnknownRuleError",
    "data",
    "explain",
    "explanation",
    "fixable",
    "is_quiet",
    "known_rule",
    "overview",
    "page",
    "page_name",
    "summary",
]

_FACTS = {True: "It has a fix.", False: "It has no fix."}
_QUIET = "It is silent unless it is selected."


class UnknownRuleError(ArgmapError):
    """Nobody knows a rule by this code or name; the message names the nearest."""

    def __init__(self, word: str) -> None:
        near = nearest_rule(word)
        meant = f"; did you mean {near.code} ({near.name})?" if near else ""
        super().__init__(f"there is no rule {word!r}{meant or ': argmap rule lists them all'}")


def known_rule(code_or_name: str) -> Rule:
    """Return the rule with this code or name, or raise :class:`UnknownRuleError`."""
    rule = find_rule(code_or_name)
    if rule is None:
        raise UnknownRuleError(code_or_name)
    return rule


def explain(code_or_name: str) -> str:
    """Explain one rule in Markdown, with its code, name and severity in the heading.

    Raises :class:`UnknownRuleError` when there is no such rule.
    """
    rule = known_rule(code_or_name)
    quiet = f"{_QUIET}\n\n" if is_quiet(rule) else ""
    heading = f"# {rule.code} {rule.name} ({rule.severity.value})"
    return f"{heading}\n\n{quiet}{explanation(rule)}\n"


def overview(*, linked: bool = False) -> str:
    """List all rules in Markdown: code, name, severity and one line, room by room.

    ``linked`` makes each code a link to the rule's page, and tells which rules have a fix.
    """
    columns = ["code", "name", "severity", *(["fix"] if linked else []), ""]
    lines: list[str] = []
    room = ""
    for rule in RULES:
        if rule.room != room:
            room = rule.room
            lines += ["", f"## {room.capitalize()}", "", _row(columns), "|---" * len(columns) + "|"]
        cells = [rule.code, rule.name, rule.severity.value, summary(rule)]
        if linked:
            cells[0] = f"[{rule.code}]({page_name(rule)})"
            cells.insert(3, "yes" if fixable(rule) else "")
        lines.append(_row(cells))
    quiet = ", ".join(rule.code for rule in RULES if is_quiet(rule))
    if quiet:
        lines += ["", f"Silent unless selected: {quiet}."]
    return "\n".join(["# Rules", *lines]) + "\n"


def _row(cells: list[str]) -> str:
    return "".join(f"| {cell} " if cell else "| " for cell in cells) + "|"


def page(rule: Rule) -> str:
    """Write a rule's page of the documentation, in Markdown."""
    facts = [f"**{rule.severity.value.capitalize()}**, {rule.room}.", _FACTS[fixable(rule)]]
    if is_quiet(rule):
        facts.append(_QUIET)
    heading = f"# {rule.code} {rule.name}"
    return f"{heading}\n\n{' '.join(facts)}\n\n{explanation(rule)}\n"


def page_name(rule: Rule) -> str:
    """Return the name of a rule's page: ``AM201-unsupported-claim.md``."""
    return f"{rule.code}-{rule.name}.md"


def data(rule: Rule) -> dict[str, Any]:
    """Return a rule as data: its facts, its explanation in Markdown, and its examples."""
    parts = sections(explanation(rule))
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "room": rule.room,
        "summary": summary(rule),
        "explanation": explanation(rule),
        "bad": [_example(example) for example in examples(parts.get("Bad", ""))],
        "good": [_example(example) for example in examples(parts.get("Good", ""))],
        "fixable": fixable(rule),
        "quiet": is_quiet(rule),
    }


def _example(example: Example) -> dict[str, str]:
    shown = {"path": example.path, "text": example.text}
    return {**shown, "escapes": example.escapes} if example.escapes else shown


def explanation(rule: Rule) -> str:
    """Return the docstring of a rule's module; its name where Python runs without docstrings."""
    return cleandoc(import_module(rule.module).__doc__ or rule.name)


def summary(rule: Rule) -> str:
    """Return the first line of a rule's explanation, without its full stop."""
    return explanation(rule).partition("\n")[0].rstrip(".")


def is_quiet(rule: Rule) -> bool:
    """Tell whether a rule reports only where it is selected by name."""
    return bool(getattr(rule, "quiet", False))


def fixable(rule: Rule) -> bool:
    """Tell whether a breach of a rule comes with a fix: the one in its bad example is looked at."""
    from argmap.essay import read_essay_bytes
    from argmap.graph import ArgumentGraph
    from argmap.rules.run import check

    files = examples(sections(explanation(rule)).get("Bad", ""))
    graph = ArgumentGraph.build(read_essay_bytes(file.content, file.path) for file in files)
    if rule.check is not None:
        return any(breach.fix is not None for breach in rule.check(graph))
    return any(found.fix is not None for found in check(graph) if found.code == rule.code)
