"""Comments that silence findings, each with its reason.

``<!-- argmap: ignore AM201 why -->`` rules the next block or its own line, ``disable AM201 why``
all from here to ``enable AM201`` or the end of the file, and ``ignore-file AM201 why`` the whole
file. Rules are named by code or name; ``disable`` and ``ignore-file`` also take ``all``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from argmap.model import Fault, Suppression
from argmap.syntax.marks import Directive

ALL = "all"
"""The word that stands for every rule."""

_CODE = re.compile(r"AM\w*|[Aa][Mm]\w*[0-9]\w*")
"""What was meant as a code, right or not: a rule that does not exist has a finding of its own."""
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")
_VERBS = ("ignore", "disable", "enable", "ignore-file")


def read_suppressions(
    directives: Iterable[Directive], line_count: int, faults: list[Fault]
) -> tuple[Suppression, ...]:
    """Read the comments of one file, in their order.

    Several rules are parted by commas or, by code, by spaces. What is wrong is appended to
    ``faults``; a comment without a reason still silences, so that one slip is one finding.
    """
    found: list[Suppression] = []
    disabled: dict[str, Suppression] = {}
    for directive in directives:
        verb, _, rest = directive.text.partition(" ")
        if verb not in _VERBS:
            _fault(faults, directive, f"argmap does not know the comment {verb!r}", _near(verb))
            continue
        codes, reason = _words(rest, verb)
        if verb == "enable":
            found.extend(_enable(directive, codes, disabled, faults))
            continue
        if not codes:
            message = "this comment silences nothing: it names no rule"
            _fault(faults, directive, message, _form(verb))
            continue
        if not reason:
            named = "everything" if ALL in codes else ", ".join(codes)
            message = f"{named} is silenced without a reason"
            hint = "say why behind the code, for whoever reads this next"
            faults.append(Fault("suppression-without-reason", directive.range, message, hint))
        first, last = directive.first_line, directive.last_line
        if verb == "ignore":
            found.append(Suppression(codes, reason, directive.range, first, last))
        elif verb == "ignore-file":
            found.append(Suppression(codes, reason, directive.range, 1, line_count))
        else:
            for code in codes:
                if code not in disabled:
                    place = directive.range
                    start = place.start.line
                    disabled[code] = Suppression((code,), reason, place, start, line_count)
                else:
                    line = disabled[code].first_line
                    message = f"{code} is disabled here already, from line {line}"
                    _fault(faults, directive, message, "take it out, or enable the rule before")
    found.extend(disabled.values())
    return tuple(sorted(found, key=lambda each: (each.range, each.codes)))


def _enable(
    directive: Directive,
    codes: tuple[str, ...],
    disabled: dict[str, Suppression],
    faults: list[Fault],
) -> Iterable[Suppression]:
    """End what was disabled: the rules named, or all of them."""
    line = directive.range.start.line
    wanted = codes if codes and ALL not in codes else tuple(disabled)
    if not disabled or any(code not in disabled for code in wanted):
        named = ", ".join(code for code in wanted if code not in disabled)
        message = f"{named} is not disabled here" if named else "no rule is disabled here"
        hint = "take it out, or put <!-- argmap: disable CODE reason --> before it"
        _fault(faults, directive, message, hint)
    for code in wanted:
        if code in disabled:
            yield replace(disabled.pop(code), last_line=line)


def _words(rest: str, verb: str) -> tuple[tuple[str, ...], str]:
    """Part the rules that a comment names from its reason."""
    words = rest.replace(",", " , ").split()
    if verb != "ignore" and words and words[0] == ALL:
        return (ALL,), " ".join(words[1:]).replace(" ,", ",").strip(" -–—:")
    codes: list[str] = []
    more = True  # a rule's name behind another needs a comma: the reason may hold hyphens, too
    while words and (_CODE.fullmatch(words[0]) or (more and _NAME.fullmatch(words[0]))):
        codes.append(words.pop(0))
        more = bool(words) and words[0] == ","
        if more:
            words.pop(0)
    return tuple(dict.fromkeys(codes)), " ".join(words).replace(" ,", ",").strip(" -–—:")


def _fault(faults: list[Fault], directive: Directive, message: str, hint: str) -> None:
    faults.append(Fault("malformed-suppression", directive.range, message, hint))


def _form(verb: str) -> str:
    return f"write <!-- argmap: {verb} CODE reason -->"


def _near(verb: str) -> str:
    from argmap.nearest import nearest

    near = nearest(verb, _VERBS)
    return _form("ignore") if near is None else f"did you mean {near}? {_form(near)}"
