"""Take any one support out of a good essay, and the check says where it is missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rule_examples import findings_of

from argmap.essay import read_essay

ESSAY = (Path(__file__).parent / "cases" / "essay.txt").read_text(encoding="utf-8")
SUPPORTS = list(re.finditer(r"\s+supports=(?:\"[^\"]*\"|\S+?)(?=[\s}])", ESSAY))


def test_the_essay_is_clean() -> None:
    assert findings_of(ESSAY) == []
    assert len(SUPPORTS) >= 7


@pytest.mark.parametrize("support", SUPPORTS, ids=lambda match: match.group().strip())
def test_removal_is_found_at_one_of_its_ends(support: re.Match[str]) -> None:
    """At the statement that no longer supports anything, or at one that nothing supports now."""
    shorter = ESSAY[: support.start()] + ESSAY[support.end() :]
    found = findings_of(shorter)
    targets = re.findall(r"[\w-]+", support.group().partition("=")[2])
    source = re.findall(r"#([\w-]+)", ESSAY[: support.start()])[-1]
    places = {s.id: s.range for s in read_essay(shorter, "essay.md").statements}
    ends = [places[key] for key in (source, *targets)]
    assert any(end.start <= f.range.start and f.range.end <= end.end for f in found for end in ends)


LINKS = list(re.finditer(r"(?:supports|attacks|contradicts)=(?:\"[^\"]*\"|[\w-]+)", ESSAY))


@pytest.mark.parametrize("link", LINKS, ids=lambda match: match.group())
def test_an_id_written_twice_is_found_and_nothing_else(link: re.Match[str]) -> None:
    name, _, value = link.group().partition("=")
    ids = value.strip('"')
    longer = f'{ESSAY[: link.start()]}{name}="{ids} {ids.split()[0]}"{ESSAY[link.end() :]}'
    if " via=" in ESSAY[link.end() : link.end() + 8]:
        codes = {finding.code for finding in findings_of(longer)}
        assert "AM023" in codes
        assert "AM113" not in codes
        return
    (found,) = findings_of(longer)
    assert found.code == "AM113"
    assert found.fix is not None
    assert found.fix.safe


@pytest.mark.parametrize("link", LINKS, ids=lambda match: match.group())
def test_no_link_stated_with_its_reason_is_a_duplicate(link: re.Match[str]) -> None:
    """A mark with ``from`` may say why, for any link of the essay."""
    name, _, value = link.group().partition("=")
    source = re.findall(r"#([\w-]+)", ESSAY[: link.start()])[-1]
    why = f"\n[That is so because.]{{from={source} {name}={value}}}\n"
    assert [f for f in findings_of(ESSAY + why) if f.code == "AM113"] == []


def test_a_later_essay_and_an_earlier_one() -> None:
    """Every piece of evidence that is dated is after an essay dated before it, and none after."""
    dated = ESSAY.replace(".evidence", ".evidence date=2024-05")
    early = dated.replace("lang: en", "lang: en\ndate: 2024-04-30")
    late = dated.replace("lang: en", "lang: en\ndate: 2024-05-01")
    assert [finding.code for finding in findings_of(early)] == ["AM304"] * ESSAY.count(".evidence")
    assert findings_of(late) == []
