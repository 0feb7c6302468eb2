"""A digest against its original: what it says that the original does not, and what it leaves out.

The figures, names and quoted words of each statement with ``at`` must stand in the paragraphs that
it names, and each paragraph of the original's body must be named by some statement, or be listed
as none of the argument.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from argmap.model import Essay, Finding
from argmap.rules.registry import BY_NAME
from argmap.rules.rule import Breach
from argmap.verifying.body import Body, Unfound, find_body
from argmap.verifying.covering import Coverage, covered_by, uncovered
from argmap.verifying.figure_reader import FigureReader, figure_reader
from argmap.verifying.judging import Judge, Ruled, Tally
from argmap.verifying.looked_up import LookedUp
from argmap.verifying.names import Names
from argmap.verifying.original import Original
from argmap.verifying.places import head_place
from argmap.verifying.terms import VerifyTerms

if TYPE_CHECKING:
    from argmap.rules.selection import Force
    from argmap.syntax.places import SourceText

__all__ = ["RULES", "Verified", "verify"]

RULES = (
    "paragraph-not-there",
    "figure-not-in-original",
    "name-not-in-original",
    "quote-not-in-original",
    "uncovered-paragraph",
    "original-changed",
    "body-not-found",
    "useless-uncovered-entry",
)
"""The names of the rules that only a verification can judge, in the order of their codes."""

_UNUSED = "unused-suppression"


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found, in the order of places, and how much was looked for."""

    findings: tuple[Finding, ...]
    statements: int = 0
    """Statements with ``at``."""
    figures: Tally | None = None
    names: Tally | None = None
    quotes: Tally | None = None
    coverage: Coverage | None = None

    def summary(self) -> str:
        """Say in one line what was looked for and found; each paragraph counts once."""
        if self.coverage is None:
            return "nothing was compared: the body of the original is not found"
        parts = [f"{self.statements} {_plural('statement', self.statements)} with at"]
        for noun, tally in (("figure", self.figures), ("name", self.names), ("quote", self.quotes)):
            if tally is not None:
                said = f"{tally.found} of {tally.sought} {_plural(noun, tally.sought)} found"
                if tally.translated:
                    said += f" ({tally.translated} more translated)"
                parts.append(said)
        paragraphs, digested, listed = self.coverage
        said = f"{digested} of {paragraphs} {_plural('paragraph', paragraphs)} covered"
        return "; ".join([*parts, f"{said}, {listed} listed as no argument"])


def verify(
    essay: Essay,
    source: SourceText,
    original: Original,
    terms: VerifyTerms | None = None,
    *,
    force: Force | None = None,
    lang: str = "",
    figures: FigureReader | None = None,
) -> Verified:
    """Compare a digest, read from ``source``, with its original.

    ``force`` are the rules in force for it, all of them where it is None. ``lang`` is the language
    of the original; where it is empty, the front matter (``original: {lang: …}``) or else the
    letters of the text tell it. Findings that comments in the essay silence are left out, and
    comments that silence none are findings. Linear in essay and original, but for what is missing,
    which is looked for in all of the original, to say where it does stand.
    """
    terms = terms or VerifyTerms()
    figures = figures or figure_reader()
    described = essay.extra.get("original")
    described = described if isinstance(described, Mapping) else {}
    found = list(_changed(essay, source, original, described))
    body = find_body(original.passages, described)
    if isinstance(body, Unfound):
        place = head_place(source, *_path_of(body.key))
        breach = Breach(essay.path, place, body.message, body.hint)
        found.append(Ruled("body-not-found", breach))
        return Verified(_findings(essay, found, force))
    looked_up = LookedUp(body, figures, _names(essay, body, terms), lang or _lang(described))
    judge = Judge(essay, source, looked_up, figures)
    for statement in essay.statements:
        found.extend(judge.judge(statement))
    place = head_place(source, "original")
    digested = covered_by(essay, body)
    more, coverage = uncovered(body, digested, terms.uncovered, essay.path, place)
    found.extend(more)
    statements = sum(bool(statement.at) for statement in essay.statements)
    findings = _findings(essay, found, force)
    return Verified(findings, statements, judge.figures, judge.names, judge.quotes, coverage)


def _changed(
    essay: Essay, source: SourceText, original: Original, described: Mapping[str, Any]
) -> Iterator[Ruled]:
    said = described.get("sha256")
    if said is None or (isinstance(said, str) and said.strip().lower() == original.sha256):
        return
    place = head_place(source, "original", "sha256")
    message = f"the original is not the one that was digested: its sha256 is {original.sha256}"
    hint = "compare the digest with what it says now, then write the new sha256"
    yield Ruled("original-changed", Breach(essay.path, place, message, hint))


def _path_of(key: str) -> tuple[str, ...]:
    return ("original", "body") if key == "body" else ("original", "body", key)


def _lang(described: Mapping[str, Any]) -> str:
    lang = described.get("lang")
    return lang if isinstance(lang, str) else ""


def _names(essay: Essay, body: Body, terms: VerifyTerms) -> Names:
    told = [each.text for each in essay.statements]
    told += [value for each in essay.statements for value in (each.source, each.by) if value]
    told += [passage.text for passage in body.passages]
    return Names(terms.names, told, essay.lang)


def _findings(essay: Essay, found: Iterable[Ruled], force: Force | None) -> tuple[Finding, ...]:
    """Turn breaches into findings, less what is not in force and what comments silence."""
    from argmap.rules.subject import with_subjects
    from argmap.rules.suppress import silence

    judged = [BY_NAME[name] for name in (*RULES, _UNUSED)]
    in_force = {
        rule.code: rule.severity if force is None else force[rule.code]
        for rule in judged
        if force is None or rule.code in force
    }
    findings = []
    for name, breach in found:
        rule = BY_NAME[name]
        if rule.code in in_force:
            findings.append(rule.finding(breach, in_force[rule.code]))
    if essay.suppressions:
        findings = silence([essay], findings, {essay.path: in_force})
        # What silences every rule is judged by check, which looks for nearly all of them.
        wide = {each.range for each in essay.suppressions if "all" in each.codes}
        findings = [f for f in findings if f.name != _UNUSED or f.range not in wide]
    # Those at one place stay in the order of the original: p9 before p10.
    return tuple(sorted(with_subjects([essay], findings), key=attrgetter("range", "code")))


def _plural(word: str, number: int) -> str:
    return word if number == 1 else f"{word}s"
