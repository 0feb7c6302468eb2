"""The examples in the rules' explanations, taken out and checked as essays."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass

from argmap.config import ALL_RULES, Config, RuleChoice
from argmap.essay import read_essay_bytes
from argmap.graph import ArgumentGraph
from argmap.model import Essay, Finding
from argmap.online import Status, Verdict
from argmap.rules.evidence.dead_link import urls_of
from argmap.rules.rule import Rule
from argmap.rules.run import check
from argmap.rules.selection import EVERYTHING, select
from argmap.syntax.places import SourceText
from argmap.verifying import VerifyTerms, read_original, verify

_UNCOVERED = re.compile(rb"<!-- (uncovered = .*) -->")
_HEADING = re.compile(r"^## (?P<title>.+)$", re.MULTILINE)
_FENCE = re.compile(
    r"^(?P<fence>```+)markdown(?P<info>[^\n]*)\n(?P<body>.*?)^(?P=fence)$", re.DOTALL | re.MULTILINE
)
ORIGINALS = "originals/"
_ESCAPE = re.compile(r"\\(x[0-9a-f]{2}|u[0-9a-f]{4})")


@dataclass(frozen=True)
class Example:
    """One file of an example: its name and content."""

    path: str
    content: bytes


def sections(explanation: str) -> dict[str, str]:
    """Part an explanation by its headings; what stands before the first is under the empty one."""
    parts = _HEADING.split(explanation)
    return {"": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}


def examples(section: str) -> list[Example]:
    """Take the fenced files out of a section.

    Behind ``markdown`` may stand a file's name; ``bytes`` and ``escaped`` say that ``\\xe9`` is a
    byte and ``\\u0301`` a character, for what could not be shown.
    """
    return [_example(match["info"].split(), match["body"]) for match in _FENCE.finditer(section)]


def _example(info: list[str], body: str) -> Example:
    names = [word for word in info if word.endswith(".md")]
    content = body.encode()
    if "escaped" in info:
        content = _ESCAPE.sub(lambda match: chr(int(match[1][1:], 16)), body).encode()
    if "bytes" in info:
        content = _ESCAPE.sub(lambda match: chr(int(match[1][1:], 16)), body).encode("latin-1")
    return Example(names[0] if names else "essay.md", content)


def load(example: Example) -> Essay:
    """Read one file as the command line would."""
    return read_essay_bytes(example.content, example.path)


def findings_in(files: list[Example], rule: Rule | None = None) -> list[Finding]:
    """Check some files together; those in ``originals/`` are what the essays so named digest.

    On the web, all pages are there but those that end in ``/gone``. A quiet ``rule`` is selected.
    """
    essays = [load(file) for file in files if not file.path.startswith(ORIGINALS)]
    originals = {
        essay.key: file.content.decode()
        for essay in essays
        for file in files
        if file.path == f"{ORIGINALS}{essay.path}"
    }
    graph = ArgumentGraph.build(essays, originals=originals)
    gone = Verdict(Status.DEAD, "404 Not Found")
    verdicts = {url: gone for url in urls_of(graph) if url.endswith("/gone")}
    selection = EVERYTHING
    if rule is not None and rule.quiet:
        selection = select(Config(rules=RuleChoice((ALL_RULES, rule.code))))
    return check(graph, selection, verdicts=verdicts) + _verified(files)


def _verified(files: list[Example]) -> list[Finding]:
    """Verify the essays whose original is at hand and whose statements name paragraphs of it.

    A first line ``<!-- uncovered = {…} -->`` stands for the configuration.
    """
    found: list[Finding] = []
    originals = {file.path: file.content for file in files if file.path.startswith(ORIGINALS)}
    for file in files:
        original = originals.get(f"{ORIGINALS}{file.path}")
        if original is None or not any(each.at for each in load(file).statements):
            continue
        listed = _UNCOVERED.match(file.content)
        uncovered = tomllib.loads(listed[1].decode())["uncovered"] if listed else {}
        source = SourceText(file.content.decode())
        terms = VerifyTerms(uncovered=uncovered)
        found.extend(verify(load(file), source, read_original(original, "x.md"), terms).findings)
    return found


def findings_of(text: str) -> list[Finding]:
    """Check one essay."""
    return findings_in([Example("essay.md", text.encode())])
