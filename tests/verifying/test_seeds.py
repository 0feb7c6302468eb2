"""The committed digests against their originals, where these are at hand.

The originals are other people's texts and no part of the project: where they are not beside it,
these tests are skipped, and say so.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.config import find_config
from argmap.essay import read_essay
from argmap.syntax.places import SourceText
from argmap.verifying import Verified, VerifyTerms, read_original, verify

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
PAIRS = {
    "subprime-ai-crisis/ko.md": "000_669d5795baefaa5b.txt",
    "subprime-ai-crisis/en.md": "002_294458a36edbc07c.txt",
    "openai-dangerous-gamble/ko.md": "004_a3945d2fb5b73873.txt",
    "openai-dangerous-gamble/en.md": "004_a3945d2fb5b73873.txt",
}


def compared(essay: str, seed: str, change: tuple[str, str] = ("", "")) -> Verified:
    path = ROOT / "essays" / essay
    original = SEEDS / seed
    if not original.is_file():
        pytest.skip(f"the original {seed} is not beside the project")
    if not path.is_file():
        pytest.skip(f"there is no essay {essay} yet")
    text = path.read_text("utf-8")
    if change[0]:
        assert change[0] in text
        text = text.replace(*change)
    digest = read_essay(text, essay)
    config = find_config(ROOT)
    terms = VerifyTerms(config.names, config.uncovered[digest.key])
    return verify(digest, SourceText(text), read_original(original.read_bytes(), seed), terms)


@pytest.mark.parametrize(("essay", "seed"), PAIRS.items())
def test_the_digests_say_what_their_originals_say(essay, seed):
    found = compared(essay, seed)
    assert [f"{f.range.start} {f.code} {f.message}" for f in found.findings] == []
    assert found.coverage is not None
    assert found.coverage.digested + found.coverage.listed == found.coverage.paragraphs


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("$279 billion", "$297 billion"), "AM311"),
        (("Jensen Huang", "Lisa Su"), "AM312"),
        (("Dario Amodei", "Demis Hassabis"), "AM312"),
    ],
)
def test_a_slip_in_a_digest_is_found(change, code):
    found = compared("subprime-ai-crisis/en.md", PAIRS["subprime-ai-crisis/en.md"], change)
    assert code in [finding.code for finding in found.findings]
