"""Comments that silence findings: ``<!-- argmap: ignore AM201 why -->``."""

from __future__ import annotations

import re

from argmap.model import Fault, Suppression
from argmap.syntax.marks import Directive

_CODE = re.compile(r"AM\w*|[Aa][Mm]\w*[0-9]\w*")
"""What was meant as a code, right or not: a rule that does not exist has a finding of its own."""
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")
_FORM = "write <!-- argmap: ignore CODE reason -->"


def read_suppression(directive: Directive, faults: list[Fault]) -> Suppression | None:
    """Read one comment: the rules it names, by code or name, and the reason behind them.

    Several rules are parted by commas or, by code, by spaces. What is wrong is appended to
    ``faults``; a comment without a reason still silences, so that one slip is one finding.
    """
    verb, _, rest = directive.text.partition(" ")
    if verb != "ignore":
        message = f"argmap does not know the comment {verb!r}"
        faults.append(Fault("malformed-suppression", directive.range, message, _FORM))
        return None
    words = rest.replace(",", " , ").split()
    codes: list[str] = []
    more = True  # a rule's name behind another needs a comma: the reason may hold hyphens, too
    while words and (_CODE.fullmatch(words[0]) or (more and _NAME.fullmatch(words[0]))):
        codes.append(words.pop(0))
        more = bool(words) and words[0] == ","
        if more:
            words.pop(0)
    reason = " ".join(words).replace(" ,", ",").strip(" -–—:")
    if not codes:
        message = "this comment silences nothing: it names no rule"
        faults.append(Fault("malformed-suppression", directive.range, message, _FORM))
        return None
    if not reason:
        message = f"{', '.join(codes)} is silenced without a reason"
        hint = "say why behind the code, for whoever reads this next"
        faults.append(Fault("suppression-without-reason", directive.range, message, hint))
    return Suppression(
        tuple(codes), reason, directive.range, directive.first_line, directive.last_line
    )
