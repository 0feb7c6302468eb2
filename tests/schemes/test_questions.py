"""``argmap questions``: what it prints, what it takes, and how it exits."""

from __future__ import annotations

import json

import pytest

from argmap.rendering.plain_text import cells
from argmap.schemes import SCHEMES
from tests.commands.run_argmap import argmap

ESSAY = """[Tea cools]{#tea .claim .thesis}, as [soup did]{#soup .premise .assumed supports=tea
scheme=analogy}: [both are hot]{#hot .premise .assumed supports=soup answers=soup.respect}. [They
say it freezes]{#freeze .evidence by="a \x1b aunt" supports=tea scheme=rumour source=talk}.
"""
KOREAN = "[차는 식는다]{#tea .claim .thesis}, [국도 식었다]{#soup .premise .assumed supports=tea scheme=analogy}.\n"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tea.md").write_text(ESSAY, "utf-8")


def test_text_lists_what_is_open(capsys):
    ran = argmap(capsys, "questions", "tea.md", "--scheme", "analogy")
    assert ran.status == 0
    assert ran.out == (
        "tea.md\n\n"
        "  1:38 soup (premise): analogy; 4 of 5 open\n"
        "    “soup did”\n"
        "    ? true-there: Is it true of the case from which it is carried over?\n"
        "    ? relevance: Does that respect bear on what is carried over?\n"
        "    ? difference (exception): Do they differ in something that matters here?\n"
        "    ? counter-case (exception): Is there a case as like, of which it is not true?\n\n"
        "1 argument names a scheme; of 5 critical questions 4 are open.\n"
    )


def test_all_shows_what_is_answered_and_by_what(capsys):
    out = argmap(capsys, "questions", "tea.md", "--all").out
    assert "    = respect: In what respect are the two cases alike? Answered by hot.\n" in out
    assert "\x1b" not in out


def test_markdown_and_json(capsys, tmp_path):
    markdown = argmap(capsys, "questions", "tea.md", "-f", "md").out
    assert "### 1:38 soup (premise): analogy; 4 of 5 open" in markdown
    assert "- **true-there**: Is it true" in markdown
    ran = argmap(capsys, "questions", "tea.md", "-f", "json", "--all", "-o", "out.json")
    assert (ran.status, ran.out) == (0, "")
    document = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert document["summary"] == {"arguments": 2, "questions": 10, "open": 9, "raised": 0}
    soup, freeze = document["arguments"]
    assert soup["questions"][0] == {
        "id": "respect",
        "text": "In what respect are the two cases alike?",
        "role": "assumption",
        "raised": [],
        "answers": ["tea@en:hot"],
    }
    assert freeze["scheme"] == "rumour"


def test_an_essay_is_asked_in_its_language(capsys, tmp_path):
    (tmp_path / "ko.md").write_text(f"---\nlang: ko\n---\n\n{KOREAN}", "utf-8")
    out = argmap(capsys, "questions", "ko.md").out
    assert "respect: 두 경우는 어떤 점에서 닮았는가?" in out
    assert all(cells(line) <= 100 for line in out.splitlines())


def test_without_a_scheme_it_says_so(capsys, tmp_path):
    (tmp_path / "bare.md").write_text("[Tea cools]{#tea .claim .thesis .assumed}.\n", "utf-8")
    ran = argmap(capsys, "questions", "bare.md")
    assert ran.status == 0
    assert ran.out == "No statement here names a scheme: argmap questions --list names them all.\n"


@pytest.mark.parametrize("format_", ["text", "md", "json"])
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_the_list_holds_every_scheme(capsys, format_, lang):
    ran = argmap(capsys, "questions", "--list", "-f", format_, "--lang", lang)
    assert ran.status == 0
    assert all(scheme.id in ran.out for scheme in SCHEMES.values())
    assert ("In what respect" in ran.out) is (lang == "en")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--scheme", "analgy"],
            "there is no argumentation scheme 'analgy'; did you mean analogy?",
        ),
        (["--list", "tea.md"], "--list takes no PATHS"),
        (["--lang", "ko"], "--lang goes with --list"),
        (["gone.md"], "gone.md"),
        (["--format", "svg"], "'svg'"),
    ],
)
def test_misuse_is_one_clear_line(capsys, arguments, message):
    ran = argmap(capsys, "questions", *arguments)
    assert ran.status == 2
    assert message in ran.err


def test_an_essay_that_cannot_be_read_whole_is_told(capsys, tmp_path):
    (tmp_path / "bad.md").write_bytes(ESSAY.encode() + b"\xff\n")
    ran = argmap(capsys, "questions", "bad.md")
    assert ran.status == 1
    assert "bad.md is not UTF-8 throughout" in ran.err
