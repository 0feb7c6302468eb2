"""What ``argmap rule`` prints: the explanation of a rule, or the list of all rules."""

from __future__ import annotations

import sys
from inspect import cleandoc

from argmap.errors import ArgmapError
from argmap.rules.registry import RULES, find_rule, nearest_rule
from argmap.rules.rule import Rule

# Imported by statement, not by a name put together, so that zipped and frozen installs hold them;
# the registry imports the others, those with a check.
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
    unused_suppression,
)

__all__ = ["UnknownRuleError", "explain", "explanation", "overview", "summary"]

_ROOMS = {
    "syntax": "Syntax",
    "links": "Links",
    "support": "Support",
    "evidence": "Evidence",
}


class UnknownRuleError(ArgmapError):
    """Nobody knows a rule by this code or name; the message names the nearest."""

    def __init__(self, word: str) -> None:
        near = nearest_rule(word)
        meant = f"; did you mean {near.code} ({near.name})?" if near else ""
        super().__init__(f"there is no rule {word!r}{meant or ': argmap rule lists them all'}")


def explain(code_or_name: str) -> str:
    """Explain one rule in Markdown, with its code, name and severity in the heading.

    Raises :class:`UnknownRuleError` when there is no such rule.
    """
    rule = find_rule(code_or_name)
    if rule is None:
        raise UnknownRuleError(code_or_name)
    return f"# {rule.code} {rule.name} ({rule.severity.value})\n\n{explanation(rule)}\n"


def overview() -> str:
    """List all rules in Markdown: code, name, severity and one line, room by room."""
    lines: list[str] = []
    room = ""
    for rule in RULES:
        if rule.room != room:
            room = rule.room
            lines += [
                "",
                f"## {_ROOMS[room]}",
                "",
                "| code | name | severity | |",
                "|---|---|---|---|",
            ]
        lines.append(f"| {rule.code} | {rule.name} | {rule.severity.value} | {summary(rule)} |")
    return "\n".join(["# Rules", *lines]) + "\n"


def explanation(rule: Rule) -> str:
    """Return the docstring of a rule's module; its name where Python runs without docstrings."""
    return cleandoc(sys.modules[rule.module].__doc__ or rule.name)


def summary(rule: Rule) -> str:
    """Return the first line of a rule's explanation, without its full stop."""
    return explanation(rule).partition("\n")[0].rstrip(".")
