"""Verify a text against a text, for the tests here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmap.essay import read_essay
from argmap.model import Finding
from argmap.syntax.places import SourceText
from argmap.verifying import Verified, VerifyTerms, read_original, verify

PATH = "essay.md"


def verified(
    essay: str,
    original: str,
    names: Mapping[str, Sequence[str]] | None = None,
    uncovered: Mapping[str, str] | None = None,
    *,
    lang: str = "",
    name: str = "original.txt",
) -> Verified:
    return verify(
        read_essay(essay, PATH),
        SourceText(essay),
        read_original(original.encode("utf-8", "replace"), name),
        VerifyTerms(names or {}, uncovered or {}),
        lang=lang,
    )


def shown(essay: str, found: Verified) -> list[tuple[str, str]]:
    """Return the code and the marked words of each finding."""
    return [(finding.code, words(essay, finding)) for finding in found.findings]


def words(essay: str, finding: Finding) -> str:
    return SourceText(essay).between(finding.range) or ""
