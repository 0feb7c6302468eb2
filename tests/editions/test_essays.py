"""The editions of the essays here: what is known to differ, and nothing that does not."""

from __future__ import annotations

from pathlib import Path

from argmap.compare.editions import Editions, Rank, What, compare_editions
from argmap.compare.editions_prose import prose_of
from argmap.config import find_config
from argmap.essay import read_essay
from argmap.graph import ArgumentGraph

ESSAYS = Path(__file__).parents[2] / "essays"


def compared(work: str) -> Editions:
    essays = []
    prose = {}
    for lang in ("en", "ko"):
        written = (ESSAYS / work / f"{lang}.md").read_text("utf-8")
        essay = read_essay(written, f"{lang}.md")
        essays.append(essay)
        prose[essay.key] = prose_of(essay, written)
    names = find_config(ESSAYS).names
    return compare_editions(ArgumentGraph.build(essays), work, "en", names=names, prose=prose)


def test_what_the_korean_translation_lost_or_turned():
    (drift,) = compared("subprime-ai-crisis").drifts
    by_rank: dict[Rank, list[str]] = {}
    for difference in drift.differences:
        by_rank.setdefault(difference.rank, []).append(difference.id)
    assert "startups-stranded" in by_rank[Rank.MAIN]
    assert {"end-is-near", "thrift-short", "press-assumes"} <= set(by_rank[Rank.TURNED])
    assert by_rank[Rank.FACTOR] == ["o1-prices"]
    lost = {d.id for d in drift.differences if d.edition is None and d.what is What.STATEMENT}
    assert {"startups-stranded", "no-breakthrough", "real-step-is-gpt"} <= lost
    marked = {d.id for d in drift.differences if any(c.what is What.SENSE for c in d.changes)}
    assert marked == {s.id for s in drift.edition.statements if s.sense}
    assert Rank.DETAIL not in by_rank, "both originals give it"
    led = {d.id for d in drift.differences if any(c.what is What.LINK for c in d.changes)}
    assert led == {"end-is-near", "cheaper-llama"}
    unmarked = [d for d in drift.differences if d.id not in marked]
    assert len(unmarked) < 20, "what is not there is reported"


def test_two_digests_of_one_text_hardly_differ():
    (drift,) = compared("openai-dangerous-gamble").drifts
    assert not [d for d in drift.differences if d.rank is not Rank.DETAIL]
