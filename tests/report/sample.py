"""What the reports are tried on: letters of every width, every line end, and text that would harm.

The findings are written by hand, so that the golden files change with the formats only. Their places
are found by the words they point at.
"""

from __future__ import annotations

from argmap.model import Edit, Finding, Fix, Position, Range, Severity
from argmap.report import Checked
from argmap.syntax.places import START, SourceText

KOREAN = "essays/논증/ko.md"
CHINESE = "essays/zh.md"
WINDOWS = "essays/win dows.md"
HOSTILE = "essays/%41 #1, a:b|c`d`@octocat<b>.md"
CLEAN = "essays/clean.md"

TEXTS = {
    KOREAN: "[오픈AI의 도박은 위험하다]{#위험 .claim .thesis}.\n\n[비용 👩‍💻 이 크다]{#비용 .premise supports='위험'}.\n",
    CHINESE: "[𠮷野家的生意\t不可持續]{#吉 .claim .thesis}因為[𝒜 需要資金]{#資金 .evidence supports=吉}。\n",
    WINDOWS: "One line.\r\n\r\n[Tea cools\r\nin time]{#tea .claim\tsupports=a,b}.\r\n",
    HOSTILE: "[<script>alert(1)</script>]{#x .claim}\n[<script>alert(1)</script>]{#y .claim}\n",
    CLEAN: "Nothing is marked here.\n",
}
HARM = "::error::no ]]> <img src=x onerror=alert(1)> [a](javascript:1) {0} @octocat #1 a|b `c` \\| \x1b[31m\x00\u202e\ufffe\ud800\r\n::add-mask::x"

CHECKED = Checked(5, 7, tuple(sorted(TEXTS)))


def source_of(path: str) -> SourceText | None:
    text = TEXTS.get(path)
    return None if text is None else SourceText(text)


def place(path: str, words: str, nth: int = 1) -> Range:
    """Where words stand in a text, for the n-th time."""
    source = SourceText(TEXTS[path])
    at = -1
    for _ in range(nth):
        at = source.text.index(words, at + 1)
    return source.range(at, at + len(words))


def finding(message: str = "a message", **changed: object) -> Finding:
    """A finding like any other, but for what is changed."""
    values: dict[str, object] = {
        "code": "AM201",
        "name": "unsupported-claim",
        "severity": Severity.ERROR,
        "message": message,
        "hint": "a hint",
        "path": "a.md",
        "range": START,
        **changed,
    }
    return Finding(**values)  # type: ignore[arg-type]


def mending(*edits: tuple[Range, str], safe: bool = True) -> Fix:
    return Fix("Mend it", tuple(Edit(where, text) for where, text in edits), safe=safe)


QUOTED = place(KOREAN, "'위험'")
LISTED = place(WINDOWS, "a,b")
WRAPPED = place(WINDOWS, "Tea cools\nin time")

FINDINGS = sorted(
    [
        finding(
            "the value of supports stands in single quotes",
            code="AM004",
            name="single-quotes",
            path=KOREAN,
            range=QUOTED,
            hint="write it bare, or in double quotes",
            fix=mending((QUOTED, "위험")),
        ),
        finding(
            "nothing supports the claim '위험'",
            path=KOREAN,
            range=place(KOREAN, "오픈AI의 도박은 위험하다"),
            hint="mark what the author says for it with supports=위험",
        ),
        finding(
            "the evidence '資金' names no source",
            code="AM301",
            name="evidence-without-source",
            path=CHINESE,
            range=place(CHINESE, "𝒜 需要資金"),
            hint="say where it can be looked up",
        ),
        finding(
            "nothing says “𠮷野家的生意\t不可持續”",
            code="AM112",
            name="dead-branch",
            severity=Severity.WARNING,
            path=CHINESE,
            range=place(CHINESE, "𠮷野家的生意\t不可持續"),
            hint="",
        ),
        finding(
            "several ids are parted by commas",
            code="AM005",
            name="comma-separated-ids",
            path=WINDOWS,
            range=LISTED,
            hint='write supports="a b"',
            fix=mending(
                (Range(LISTED.start, LISTED.start), '"'),
                (
                    Range(*[Position(LISTED.start.line, LISTED.start.column + n) for n in (1, 2)]),
                    " ",
                ),
                (Range(LISTED.end, LISTED.end), '"'),
                safe=False,
            ),
        ),
        finding(
            "the claim 'tea' leads nowhere",
            code="AM112",
            name="dead-branch",
            severity=Severity.INFO,
            path=WINDOWS,
            range=WRAPPED,
            hint="link it with supports",
        ),
        finding(
            "the file is not UTF-8 text",
            code="AM001",
            name="invalid-utf8",
            path=WINDOWS,
            hint="save it as UTF-8",
        ),
        *(
            finding(
                f"{HARM} {nth}",
                code="AM999",
                name="a-rule-of-the-future",
                severity=severity,
                path=HOSTILE,
                range=place(HOSTILE, "<script>alert(1)</script>", nth),
                hint=HARM,
            )
            for nth, severity in enumerate((Severity.ERROR, Severity.WARNING), 1)
        ),
    ],
    key=lambda found: found.order,
)
