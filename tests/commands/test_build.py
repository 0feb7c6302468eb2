from __future__ import annotations

import re

import pytest

from argmap.building_files import file_name
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


def contents(folder):
    """Return the bytes of all files below a folder, by their paths from it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_build_writes_and_check_proves(tmp_path, capsys):
    ran = argmap(capsys, "build")
    assert (ran.status, ran.err) == (0, "")
    before = contents(tmp_path / "maps")
    names = ("left-and-right", "left.en", "right.en")
    expected = [f"{name}.{suffix}" for name in names for suffix in ("svg", "dot", "md")]
    assert sorted(before) == sorted(
        ["README.md", "weigh.md", *expected, "questions/left-and-right/tea.svg"]
    )
    assert argmap(capsys, "build", "--check").status == 0
    argmap(capsys, "build")
    assert before == contents(tmp_path / "maps")


def test_a_long_work_in_two_languages_has_spines_and_a_comparison(tmp_path, capsys):
    rows = [f'[R{n}]{{#r{n} .evidence supports=good source="It"}}.\n' for n in range(30)]
    long = LEFT + "\n" + "\n".join(rows)
    (tmp_path / "essays" / "left.md").write_text(long, "utf-8")
    other = long.replace("id: left\n", "id: left\nlang: ko\n").replace("Tea is good", "차는 좋다")
    (tmp_path / "essays" / "left.ko.md").write_text(other, "utf-8")
    (tmp_path / "argmap.toml").write_text('[build]\nformats = ["svg", "md"]\n')
    argmap(capsys, "build")
    made = contents(tmp_path / "maps")
    added = {"left.editions.svg", "left.editions.md", "left.en.spine.svg", "left.ko.spine.svg"}
    assert added <= set(made)
    assert re.search(rb'width="(297|420)mm" height="(420|297)mm"', made["left.en.spine.svg"])
    index = made["README.md"].decode()
    assert "What its 2 editions say differently: [svg](left.editions.svg)" in index
    assert "- [Is tea good?](questions/left-and-right/tea.svg)" in index
    assert set(re.findall(r"\]\(([^)#]+)\)", index)) == set(made) - {"README.md"}
    assert len(re.findall(r"!\[", index)) == 4


def test_what_is_not_wanted_is_not_made(tmp_path, capsys):
    (tmp_path / "argmap.toml").write_text(
        "[build]\nspines = false\nquestions = false\neditions = false\n"
    )
    argmap(capsys, "build")
    assert not (tmp_path / "maps" / "questions").exists()


def test_a_question_left_over_is_named_and_no_other_folder_is_looked_at(tmp_path, capsys):
    argmap(capsys, "build")
    left_over = tmp_path / "maps" / "questions" / "left-and-right" / "coffee.svg"
    left_over.write_text("")
    mine = tmp_path / "maps" / "mine"
    mine.mkdir()
    (mine / "drawing.svg").write_text("")
    ran = argmap(capsys, "build", "--check")
    assert ran.err.startswith(f"{left_over.relative_to(tmp_path).as_posix()} is made of no essay")
    assert "mine" not in ran.err


def test_questions_cannot_choose_where_they_are_written():
    taken: set[str] = set()
    wanted = ["cost", "Cost", "con", "../../x", "...", "이윤", "a b", "n" * 300]
    names = [file_name(each, taken) for each in wanted]
    assert names == ["cost", "Cost-2", "con-", "x", "question", "이윤", "a-b", "n" * 60]


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


def test_what_stands_is_told_and_what_it_leans_on(tmp_path, capsys):
    argmap(capsys, "build")
    weighed = (tmp_path / "maps" / "weigh.md").read_text("utf-8")
    assert "| Tea is good (`good`) | contested |" in weighed
    assert "does not say who is right" in weighed
    assert "| Is tea good? (`tea`) | `warm` fell |" in weighed
    assert "[md](weigh.md)" in (tmp_path / "maps" / "README.md").read_text("utf-8")
    (tmp_path / "argmap.toml").write_text("[build]\nweigh = false\n")
    argmap(capsys, "build")
    assert argmap(capsys, "build", "--check").err.startswith("maps/weigh.md is made of no essay")


def test_a_statement_seen_closely_is_drawn_in_every_edition(tmp_path, capsys):
    korean = LEFT.replace("id: left", "id: left\nlang: ko").replace("it warms", "몸을 데운다")
    (tmp_path / "essays" / "left.ko.md").write_text(korean, "utf-8")
    (tmp_path / "argmap.toml").write_text('[build]\nclosely = ["warm"]\n')
    assert argmap(capsys, "build").status == 0
    drawn = (tmp_path / "maps" / "left.warm.svg").read_text("utf-8")
    assert "it warms" in drawn
    assert "ko: 몸을 데운다" in drawn
    assert "](left.warm.svg)" in (tmp_path / "maps" / "README.md").read_text("utf-8")


def test_an_unknown_statement_to_see_closely_is_one_line(tmp_path, capsys):
    (tmp_path / "argmap.toml").write_text('[build]\nclosely = ["worm"]\n')
    ran = argmap(capsys, "build")
    assert ran.status == 2
    assert ran.err == "argmap: build.closely: there is no statement 'worm'; did you mean warm?\n"
    assert not (tmp_path / "maps").exists()
