"""The editions in words, as JSON, and by the command."""

from __future__ import annotations

import json

import click
import pytest

from argmap.cli.editions_command import command
from argmap.compare.editions import compare_editions
from argmap.errors import ArgmapError
from argmap.formats.documents.editions import dumps
from argmap.rendering.editions_words import TITLES, markdown, text
from argmap.rendering.plain_text import cells
from tests.editions.works import edition, graph_of, without

EN = edition("en")
DRIFTED = without("ko", "cheaper").replace("50억 달러", "5억 달러")


def run(*arguments: str) -> int:
    with click.Context(command) as context:
        command.parse_args(context, list(arguments))
        return command.invoke(context)


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "en.md").write_text(EN, "utf-8")
    (tmp_path / "ko.md").write_text(DRIFTED, "utf-8")
    return tmp_path


def test_a_factor_has_no_more_digits_than_it_is_worth():
    graph = graph_of(EN.replace("$5 billion", "$7 billion"), DRIFTED)
    written = " ".join(text(graph, compare_editions(graph, "tea"), 90).split())
    assert "(a factor of 0.0714)" in written


def test_text_says_what_is_lost_and_what_that_leaves():
    graph = graph_of(EN, DRIFTED)
    written = text(graph, compare_editions(graph, "tea"), 90)
    assert "only en has this rebuttal, which attacks coffee; in ko nothing answers coffee" in (
        " ".join(written.split())
    )
    assert "$5 billion in en, 5억 달러 in ko (a factor of 0.1)" in " ".join(written.split())
    assert all(cells(line) <= 90 for line in written.split("\n"))


def test_markdown_has_the_counts_and_lets_no_essay_write_markup():
    hostile = edition("ko", ("커피는", "<script>x</script> *커피*는"), ("쓸수록", "덜 쓸수록"))
    hostile = hostile.replace("attacks=coffee", "attacks=coffee sense=reversed")
    graph = graph_of(EN, hostile)
    written = markdown(graph, compare_editions(graph, "tea"))
    assert "| Turned round | 1 |" in written
    assert "<script" not in written.replace("\\<", "")
    assert "- **cheaper**: ko is marked reversed" in written


def test_what_an_annotator_reads_between_the_lines_is_called_unstated():
    unsaid = '<!-- {#thirst .premise .implicit text="Nobody needs tea" supports=bad} -->'
    graph = graph_of(f"{EN}\n{unsaid}\n", edition("ko"))
    written = text(graph, compare_editions(graph, "tea", "en"))
    assert "- thirst: only en has this unstated premise, which supports bad" in written


def test_json_holds_every_difference():
    graph = graph_of(EN, DRIFTED)
    document = json.loads(dumps(graph, compare_editions(graph, "tea")))
    (korean,) = document["editions"]
    assert document["base"]["lang"] == "en"
    assert korean["counts"] == {"main": 1, "factor": 1}
    assert [each["id"] for each in korean["differences"]] == ["cheaper", "loss"]
    assert korean["differences"][0]["effects"] == [
        {"loss": "unanswered", "id": "coffee", "lang": "ko"}
    ]
    assert korean["differences"][1]["changes"][0]["factor"] == "0.1"
    assert "tea@ko:loss" in document["statements"]


def test_every_rank_has_a_title():
    from argmap.compare.editions import Rank

    assert list(TITLES) == list(Rank)


def test_the_command_writes_each_format(project, capsys):
    assert run(".") == 0
    assert "only en has this rebuttal" in " ".join(capsys.readouterr().out.split())
    assert run(".", "--base", "ko", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["base"]["lang"] == "ko"
    assert run(".", "-o", "out.md") == 0
    assert (project / "out.md").read_text("utf-8").startswith("# The editions of tea")


def test_the_command_asks_for_the_work_where_there_are_several(project, capsys):
    for lang in ("en", "ko"):
        (project / f"b-{lang}.md").write_text(f"---\nid: b\nlang: {lang}\n---\n\nx\n", "utf-8")
    with pytest.raises(ArgmapError, match="add --work b or tea"):
        run(".")
    assert run(".", "--work", "b") == 0
    assert "nothing differs" in capsys.readouterr().out


def test_the_command_refuses_what_it_cannot_do(project):
    (project / "ko.md").unlink()
    with pytest.raises(ArgmapError, match="no work is there in two languages"):
        run(".")
    with pytest.raises(ArgmapError, match=r"does not write \.docx"):
        run(".", "-o", "out.docx")


def test_the_map_writes_each_difference_on_its_statement():
    from argmap.rendering.editions import editions_dot, render_editions

    added = f"{DRIFTED}\n[우유는 더하다]{{#milk .premise supports=bad}}.\n"
    graph = graph_of(EN, added)
    found = compare_editions(graph, "tea", "en")
    dot = editions_dot(graph, found)
    for words in ("not in ko", "nothing answers this in ko", "only in ko", "(a factor of 0.1)"):
        assert dot.count(words) == 1, words
    assert dot.count("->") == 4  # cheaper, coffee and loss of the base, and what ko adds
    assert dot == editions_dot(graph, found)
    assert render_editions(graph, found).count(b"not in ko") == 1
