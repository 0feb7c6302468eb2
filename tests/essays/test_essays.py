"""The committed essays: they pass, they are whole, and every support in them is held by a rule."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

import argmap
from argmap.config import Config, RuleChoice
from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.model import Essay, Kind, Severity, StatedLink
from argmap.rules.run import check
from argmap.rules.selection import EVERYTHING, select

ROOT = Path(__file__).parents[2]
ESSAYS = sorted((ROOT / "essays").rglob("*.md"))
BEAR = ROOT / "essays" / "subprime-ai-crisis" / "en.md"
INVESTOR = ROOT / "essays" / "openai-dangerous-gamble" / "en.md"
BEAR_KO = ROOT / "essays" / "subprime-ai-crisis" / "ko.md"
BEAR_ZH = ROOT / "essays" / "subprime-ai-crisis" / "zh-Hant.md"
BEAR_VI = ROOT / "essays" / "subprime-ai-crisis" / "vi.md"
INVESTOR_KO = ROOT / "essays" / "openai-dangerous-gamble" / "ko.md"
SEEDS = ROOT.parent / "shared" / "seeds"
ORIGINALS = {
    BEAR: "002_294458a36edbc07c.txt",
    BEAR_KO: "000_669d5795baefaa5b.txt",
    BEAR_ZH: "001_c7c54397cef341a0.txt",
    BEAR_VI: "003_bdaa8fab157ad532.txt",
    INVESTOR: "004_a3945d2fb5b73873.txt",
    INVESTOR_KO: "004_a3945d2fb5b73873.txt",
}
"""The text that each digest is of, beside the project and not in it."""


@cache
def read(path: Path) -> Essay:
    return read_essay(path.read_text("utf-8"), path.relative_to(ROOT).as_posix())


@cache
def project() -> ArgumentGraph:
    return ArgumentGraph.build(read(path) for path in ESSAYS)


def test_the_essays_pass():
    assert [f"{f.path}:{f.range}: {f.code} {f.message}" for f in check(project())] == []


@pytest.mark.parametrize(
    ("path", "least"),
    [
        (BEAR, 200),
        (BEAR_KO, 200),
        (BEAR_ZH, 200),
        (BEAR_VI, 200),
        (INVESTOR, 130),
        (INVESTOR_KO, 130),
    ],
)
def test_the_digests_are_whole(path, least):
    essay = read(path)
    assert len(essay.statements) >= least
    assert all(statement.at for statement in essay.statements)
    assert {Kind.CLAIM, Kind.PREMISE, Kind.EVIDENCE, Kind.REBUTTAL} <= {
        statement.kind for statement in essay.statements
    }


@pytest.mark.parametrize(
    ("one", "other"), [(BEAR, BEAR_KO), (BEAR, BEAR_ZH), (INVESTOR, INVESTOR_KO)]
)
def test_editions_share_their_ids(one, other):
    ids = [{s.id for s in read(path).statements} for path in (one, other)]
    assert len(ids[0] & ids[1]) >= 0.95 * max(map(len, ids))


def test_they_meet_on_at_least_twenty_questions():
    found = argmap.contrast(project(), "subprime-ai-crisis", "openai-dangerous-gamble")
    assert sum(bool(row.left and row.right) for row in found.rows) >= 20
    assert len([row for row in found.rows if row.links]) >= 20


def test_every_link_of_the_debate_says_why():
    links = read(ROOT / "essays" / "debate.md").links
    assert links
    assert all(len(link.reason.split()) >= 6 for link in links)


def test_every_suppression_has_a_reason():
    reasons = [s.reason for path in ESSAYS for s in read(path).suppressions]
    assert reasons
    assert all(len(reason.split()) >= 3 for reason in reasons)


STILL_WHOLE = {
    BEAR: {"boom-collapse", "subprime-crisis", "zitron-test", "no-company-found"},
    INVESTOR: {"clawback-hollow", "equity-rumour"},
}
"""Where nothing is wrong without the link: what it supports has other grounds, and it is a thesis
itself, or still bears on something by another link."""


LIKELY = select(Config(rules=RuleChoice(select=("AM108", "AM112", "AM201"))))
"""The rules that hold nearly all supports; what they find, all rules together find."""


def written_supports() -> list[tuple[Path, str, StatedLink]]:
    """Every ``supports=`` written in a digest: its file, its statement, itself."""
    return [
        (path, link.source.rpartition(":")[2], link)
        for path in (BEAR, INVESTOR)
        for link in read(path).links
        if link.type == "supports" and not link.implied and link.source is not None
    ]


SUPPORTS = written_supports()


@pytest.mark.parametrize(
    ("path", "name", "link"),
    SUPPORTS,
    ids=[f"{path.parent.name}-{name}" for path, name, _ in SUPPORTS],
)
def test_removing_any_support_is_found_in_its_essay(path, name, link):
    # A name given by via goes with its link. Reading some hundred such texts takes a minute.
    whole = read(path)
    essay = replace(whole, links=tuple(other for other in whole.links if other is not link))
    # Other editions have no say in it, and take as long again.
    others = [read(p) for p in ESSAYS if p != path and p.stem in ("en", "debate")]
    graph = ArgumentGraph.build([essay, *others])
    if name in STILL_WHOLE[path]:
        assert [f for f in check(graph) if f.severity is not Severity.INFO] == []
    else:
        assert any(
            finding.path == essay.path and finding.severity is not Severity.INFO
            for rules in (LIKELY, EVERYTHING)
            for finding in check(graph, rules)
        )


def words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())


@pytest.mark.parametrize("path", ORIGINALS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_in_our_own_words(path):
    """No run of seven words of an original, outside quotation marks."""
    original = SEEDS / ORIGINALS[path]
    if not original.exists():
        pytest.skip(f"the original is not here: {original.name} lies beside the project, not in it")
    theirs = words(original.read_text("utf-8"))
    runs = {tuple(theirs[i : i + 7]) for i in range(len(theirs) - 6)}
    from argmap.strip import strip

    ours = words(re.sub(r'"[^"]*"|“[^”]*”', " ", strip(path.read_text("utf-8"))))
    copied = [
        " ".join(run) for i in range(len(ours) - 6) if (run := tuple(ours[i : i + 7])) in runs
    ]
    assert copied == []
