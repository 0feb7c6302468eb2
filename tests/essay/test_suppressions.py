"""Comments that silence: which lines each of them rules, and what is wrong with it."""

from __future__ import annotations

import pytest

from argmap.essay import read_essay

# title / lines of the text / (codes, first, last) / messages of the faults
CASES = {
    "disable to the end": (
        ["<!-- argmap: disable AM201 a draft -->", "", "Words."],
        [(("AM201",), 1, 3)],
        [],
    ),
    "disable and enable": (
        ["Words.", "", "<!-- argmap: disable AM201 why -->", "", "Words.", "",
         "<!-- argmap: enable AM201 -->", "", "Words."],
        [(("AM201",), 3, 7)],
        [],
    ),
    "two disabled, one enabled": (
        ["<!-- argmap: disable AM201, unsupported-link why -->", "",
         "<!-- argmap: enable AM201 -->", "", "Words."],
        [(("AM201",), 1, 3), (("unsupported-link",), 1, 5)],
        [],
    ),
    "all disabled, all enabled": (
        ["<!-- argmap: disable all a foreign text -->", "", "<!-- argmap: enable -->", "", "Words."],
        [(("all",), 1, 3)],
        [],
    ),
    "a whole file": (
        ["Words.", "", "<!-- argmap: ignore-file AM203 an extract -->", "", "Words."],
        [(("AM203",), 1, 5)],
        [],
    ),
    "nothing to enable": (
        ["<!-- argmap: enable AM201 -->"],
        [],
        ["AM201 is not disabled here"],
    ),
    "enable everything where nothing is disabled": (
        ["<!-- argmap: enable all -->"],
        [],
        ["no rule is disabled here"],
    ),
    "disabled twice": (
        ["<!-- argmap: disable AM201 why -->", "", "<!-- argmap: disable AM201 why -->"],
        [(("AM201",), 1, 3)],
        ["AM201 is disabled here already, from line 1"],
    ),
    "no reason": (
        ["<!-- argmap: ignore-file AM203 -->"],
        [(("AM203",), 1, 1)],
        ["AM203 is silenced without a reason"],
    ),
    "no reason for all": (
        ["<!-- argmap: disable all -->"],
        [(("all",), 1, 1)],
        ["everything is silenced without a reason"],
    ),
    "no rule": (["<!-- argmap: disable this part -->"], [], ["this comment silences nothing: it names no rule"]),
    "ignore takes no all": (["<!-- argmap: ignore all why -->"], [], ["this comment silences nothing: it names no rule"]),
    "a slip": (["<!-- argmap: dissable AM201 why -->"], [], ["argmap does not know the comment 'dissable'"]),
}  # fmt: skip


@pytest.mark.parametrize("ends", ["\n", "\n\n", "\r\n"], ids=["one", "two", "crlf"])
@pytest.mark.parametrize("title", CASES)
def test_lines_that_comments_rule(title: str, ends: str) -> None:
    lines, ruled, messages = CASES[title]
    text = ("\r\n" if ends == "\r\n" else "\n").join(lines)
    essay = read_essay(text, "a.md")
    assert [(s.codes, s.first_line, s.last_line) for s in essay.suppressions] == ruled
    assert [fault.message for fault in essay.faults] == messages


def test_a_slip_is_told_the_nearest_word() -> None:
    (fault,) = read_essay("<!-- argmap: dissable AM201 why -->\n", "a.md").faults
    assert fault.hint.startswith("did you mean disable?")
