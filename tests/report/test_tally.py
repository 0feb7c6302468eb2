"""``--statistics``: a line a rule, the most frequent first."""

from __future__ import annotations

import json
import re

from sample import FINDINGS, finding, mending

from argmap.model import Severity
from argmap.report.tally import statistics, statistics_json
from argmap.syntax.places import START

MENDED = mending((START, "x"))
SOME = [
    *[finding(code="AM108", name="isolated-statement", severity=Severity.WARNING)] * 10,
    *[finding(code="AM004", name="single-quotes", fix=MENDED)] * 3,
    *[finding(code="AM006", name="malformed-id", fix=fix) for fix in (MENDED, None, None)],
    finding(fix=mending((START, "x"), safe=False)),
]


def test_lines_in_the_order_of_numbers_then_codes() -> None:
    assert statistics(SOME, color=False) == (
        "10  AM108  [ ] isolated-statement\n"
        " 3  AM004  [*] single-quotes\n"
        " 3  AM006  [-] malformed-id\n"
        " 1  AM201  [ ] unsupported-claim\n"
        "Found 17 findings of 4 rules, 4 [*] fixable with --fix.\n"
    )


def test_one_and_none() -> None:
    assert statistics([finding()], color=False).endswith("Found 1 finding of 1 rule.\n")
    assert statistics([], color=True) == "Found nothing.\n"


def test_colours_change_nothing_else() -> None:
    bright = statistics(FINDINGS, color=True)
    assert "\x1b" in bright
    assert re.sub(r"\x1b\[[\d;]*m", "", bright) == statistics(FINDINGS, color=False)


def test_json_says_the_same() -> None:
    made = json.loads(statistics_json(SOME))
    assert made["argmap"] == 1
    assert made["total"] == 17
    assert made["statistics"][2] == {
        "code": "AM006",
        "name": "malformed-id",
        "severity": "error",
        "count": 3,
        "fixable": 1,
    }
    assert json.loads(statistics_json([])) == {"argmap": 1, "statistics": [], "total": 0}
