from __future__ import annotations

import json

import pytest

from argmap.rendering.plain_text import cells
from tests.commands.run_argmap import argmap

ESSAY = """---
id: tea
---

Nothing yet.

# 차 {on=heat}

[Tea cools]{#cools .claim .thesis}, for [cups lose heat]{#loses .premise supports=cools}, as [it
was measured]{#measured .evidence supports=loses source="A thermometer"}.

A paragraph without a mark.

## 두 번째 제목

[Not so]{#not .rebuttal by="an aunt" attacks=loses}. [So]{#so .rebuttal attacks=not}.

Of course [it is dark at night]{#dark .claim .conceded supports=cools}, [is it not]{#night .question
on=""}?
"""


@pytest.fixture(autouse=True)
def _in_a_folder_with_an_essay(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tea.md").write_text(ESSAY, "utf-8")


def test_counts_as_data(capsys):
    document = json.loads(argmap(capsys, "stats", "--format", "json").out)
    (essay,) = document["essays"]
    total = document["all"]
    assert total == {key: essay[key] for key in total}
    assert total["statements"] == 7
    assert total["kinds"] == {
        "claim": 2,
        "premise": 1,
        "evidence": 1,
        "rebuttal": 2,
        "question": 1,
    }
    assert total["flags"] == {"thesis": 1, "assumed": 0, "conceded": 1, "implicit": 0}
    assert total["links"] == {"supports": 3, "attacks": 2, "contradicts": 0, "restates": 0}
    assert total["subtypes"] == {"rebut": 1, "undermine": 1, "undercut": 0}
    assert total["reported"] == 1
    # cools and loses rest on the thermometer, so on nothing; what is granted or reported need not.
    assert (total["evidenced"], total["not_evidenced"]) == (2, 1)
    assert total["paragraphs"] == {"all": 5, "marked": 3, "share": 0.6}
    assert total["questions"] == [
        {"id": "heat", "text": "heat", "statements": 6},
        {"id": "tea@en:night", "text": "is it not", "statements": 0},
    ]
    assert total["sources"] == [{"source": "A thermometer", "statements": 1}]
    assert [(s["title"], s["level"], s["statements"]) for s in essay["sections"]] == [
        ("", 0, 0),
        ("차", 1, 3),
        ("두 번째 제목", 2, 4),
    ]
    assert essay["sections"][1]["paragraphs"] == {"all": 2, "marked": 1, "share": 0.5}


def test_tables_are_aligned_by_cells(capsys):
    out = argmap(capsys, "stats").out
    tables = [table.splitlines() for table in out.split("\n\n")]
    assert [table[0].split("  ")[0] for table in tables] == [
        "Statements",
        "Marked as",
        "The author's own, argued for",
        "Links",
        "Attacks that",
        "Paragraphs",
        "Sections of tea@en",
        "Questions, by who speaks to them",
        "Sources",
    ]
    for table in tables:
        assert len({cells(line) for line in table}) == 1
    assert "  두 번째 제목" in out


def test_a_heading_that_is_a_statement_is_in_its_own_section(tmp_path, capsys):
    (tmp_path / "head.md").write_text("# A\n\n## B {#b .claim}\n\n[c]{.claim}\n\n# D\n", "utf-8")
    document = json.loads(argmap(capsys, "stats", "head.md", "--format", "json").out)
    counts = [(s["title"], s["statements"]) for s in document["essays"][0]["sections"]]
    assert counts == [("A", 0), ("B", 2), ("D", 0)]


def test_the_same_bytes_every_time(capsys):
    for format_ in ("text", "json"):
        first = argmap(capsys, "stats", "--format", format_).out
        assert argmap(capsys, "stats", "--format", format_).out == first


def test_several_essays_and_all_of_them(tmp_path, capsys):
    (tmp_path / "milk.md").write_text("[Milk cools]{#cools .claim .assumed on=heat}\n", "utf-8")
    out = argmap(capsys, "stats").out
    assert [line.split()[:2] for line in out.splitlines()[1:4]] == [
        ["milk@en", "1"],
        ["tea@en", "7"],
        ["all", "8"],
    ]
    assert ["heat", "1", "6", "7"] in [line.split() for line in out.splitlines()]


def test_only_what_is_named_is_counted_but_the_rest_of_the_project_read(tmp_path, capsys):
    (tmp_path / "argmap.toml").write_text('essays = ["."]\n')
    (tmp_path / "milk.md").write_text(
        "[Milk cools]{#cools .claim}, [see]{.evidence supports=tea:cools source=x}\n", "utf-8"
    )
    found = json.loads(argmap(capsys, "stats", "milk.md", "--format", "json").out)
    assert [essay["id"] for essay in found["essays"]] == ["milk"]
    assert found["all"]["statements"] == 2
    assert found["all"]["links"]["supports"] == 1


def test_standard_input(capsys, monkeypatch):
    import io
    import sys

    stdin = io.TextIOWrapper(io.BytesIO(b"[a]{.claim .assumed}\n"))
    monkeypatch.setattr(sys, "stdin", stdin)
    found = json.loads(argmap(capsys, "stats", "-", "--format", "json").out)
    assert (found["essays"][0]["path"], found["all"]["statements"]) == ("stdin.md", 1)


def test_nothing_of_an_essay_reaches_the_terminal_raw(tmp_path, capsys):
    (tmp_path / "bad.md").write_text(
        '# \x1b[31mred\u202e\n\n[x]{.evidence source="\x1b]0;title\x07" on=heat}\n', "utf-8"
    )
    ran = argmap(capsys, "stats", "bad.md")
    assert ran.status == 0
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out
    json_out = argmap(capsys, "stats", "bad.md", "--format", "json").out
    assert "\x1b" not in json_out
    assert "\u202e" not in json_out


@pytest.mark.parametrize("content", [b"", b"\n\n", b"Just prose.\n"])
def test_an_essay_with_nothing_in_it(tmp_path, capsys, content):
    (tmp_path / "empty.md").write_bytes(content)
    ran = argmap(capsys, "stats", "empty.md")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[1].split() == ["empty@en", *"------"]


def test_what_cannot_be_read_whole_is_said(tmp_path, capsys):
    (tmp_path / "bad.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff")
    (tmp_path / "again.md").write_text("---\nid: bad\n---\n")
    ran = argmap(capsys, "stats", "bad.md", "again.md")
    assert ran.status == 1
    assert "bad.md is left out, as another file is bad@en, too" in ran.err
    ran = argmap(capsys, "stats", "bad.md")
    assert ran.status == 1
    assert "bad.md is not UTF-8 throughout: argmap check says more" in ran.err


def test_a_path_that_is_not_there(capsys):
    ran = argmap(capsys, "stats", "te.md")
    assert (ran.status, ran.out) == (2, "")
    assert "did you mean tea.md?" in ran.err
