from __future__ import annotations

import pytest

from tests.commands.run_argmap import BAD, argmap

LEFT = """---
id: left
title: Left
---

# On tea {on=tea}

[Tea is good]{#good .claim .thesis}, for [it warms]{#warm .evidence supports=good source="A cup"}.
"""
RIGHT = """---
id: right
title: Right
---

# On tea {on=tea}

[Tea is bad]{#bad .claim .thesis}, for [it stains]{#stain .evidence supports=bad source="A cloth"}.
"""
DEBATE = """---
id: debate
---

[Is tea good?]{#tea .question}

[One likes it and one does not.]{from=left:good contradicts=right:bad}
"""


@pytest.fixture(autouse=True)
def _in_a_project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    essays = tmp_path / "essays"
    essays.mkdir()
    for name, text in (("left", LEFT), ("right", RIGHT), ("debate", DEBATE)):
        (essays / f"{name}.md").write_text(text, "utf-8")
    (tmp_path / "argmap.toml").write_text("[build]\n")


def test_build_writes_and_check_proves(tmp_path, capsys):
    ran = argmap(capsys, "build")
    assert (ran.status, ran.err) == (0, "")
    made = sorted(path.name for path in (tmp_path / "maps").iterdir())
    names = ("left-and-right", "left.en", "right.en")
    expected = [f"{name}.{suffix}" for name in names for suffix in ("svg", "dot", "md")]
    assert made == sorted(["README.md", *expected])
    before = {path.name: path.read_bytes() for path in (tmp_path / "maps").iterdir()}
    assert argmap(capsys, "build", "--check").status == 0
    argmap(capsys, "build")
    assert before == {path.name: path.read_bytes() for path in (tmp_path / "maps").iterdir()}


def test_check_names_what_is_missing_old_and_left_over(tmp_path, capsys):
    argmap(capsys, "build")
    maps = tmp_path / "maps"
    (maps / "left.en.svg").unlink()
    (maps / "right.en.md").write_text("old")
    (maps / "gone.en.svg").write_text("")
    before = sorted(maps.iterdir())
    ran = argmap(capsys, "build", "--check")
    assert ran.status == 1
    assert "maps/left.en.svg is missing" in ran.err
    assert "maps/right.en.md is not what the essays make now" in ran.err
    assert "maps/gone.en.svg is made of no essay" in ran.err
    assert sorted(maps.iterdir()) == before


def test_an_essay_edited_makes_its_maps_old(tmp_path, capsys):
    argmap(capsys, "build")
    essay = tmp_path / "essays" / "left.md"
    essay.write_text(essay.read_text("utf-8").replace("it warms", "it wakes"), "utf-8")
    ran = argmap(capsys, "build", "--check")
    assert ran.status == 1
    assert "maps/left.en.dot is not" in ran.err
    assert "maps/right.en" not in ran.err


def test_findings_are_told_and_fail_the_build(tmp_path, capsys):
    (tmp_path / "essays" / "bad.md").write_text(BAD)
    ran = argmap(capsys, "build")
    assert ran.status == 1
    assert "AM101" in ran.err
    assert (tmp_path / "maps" / "bad.en.svg").exists()


def test_an_unknown_work_to_contrast_is_one_line(tmp_path, capsys):
    (tmp_path / "argmap.toml").write_text('[build]\ncontrast = [["left", "rihgt"]]\n')
    ran = argmap(capsys, "build")
    assert ran.status == 2
    assert "no work 'rihgt'; did you mean right?" in ran.err


def test_a_work_cannot_choose_where_its_map_goes(tmp_path, capsys):
    (tmp_path / "essays" / "evil.md").write_text(LEFT.replace("id: left", "id: ../../evil"))
    argmap(capsys, "build")
    assert not list(tmp_path.parent.glob("evil*"))
    assert not list((tmp_path / "maps").glob("*..*..*"))


def test_contrast_in_words_and_as_data(tmp_path, capsys):
    ran = argmap(capsys, "contrast", "left", "right")
    assert ran.status == 0
    assert "Is tea good?" in ran.out
    assert "they dispute" in ran.out
    assert "left:good contradicts right:bad: One likes it and one does not." in ran.out
    ran = argmap(capsys, "contrast", "essays/left.md", "essays/right.md", "-f", "md")
    assert ran.out.startswith("# Left and Right") or ran.out.startswith("# left and right")
    ran = argmap(capsys, "contrast", "left", "right", "-f", "json")
    assert '"meeting": "dispute"' in ran.out
    assert argmap(capsys, "contrast", "left", "right", "-o", "c.svg").status == 0
    assert (tmp_path / "c.svg").read_text("utf-8").rstrip().endswith("</svg>")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("left", "left"), "cannot be contrasted with itself"),
        (("left", "rigth"), "did you mean right?"),
        (("left", "right", "-o", "x.gif"), "does not write .gif"),
        (("left",), "Missing argument 'B'"),
    ],
)
def test_contrast_misuse(capsys, arguments, said):
    ran = argmap(capsys, "contrast", *arguments)
    assert ran.status == 2
    assert said in ran.err
