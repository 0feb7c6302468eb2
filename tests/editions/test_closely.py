"""A few statements of the editions, seen closely."""

from __future__ import annotations

import click
import pytest

from argmap.cli.editions_command import command
from argmap.compare.editions import compare_editions
from argmap.compare.editions_choice import choose, with_answers
from argmap.errors import ArgmapError
from argmap.rendering.editions import editions_dot
from tests.editions.works import edition, graph_of, without

EN = edition("en")
DRIFTED = without("ko", "cheaper").replace("50억 달러", "5억 달러")


def closely(*ids: str) -> tuple[list[str], str]:
    graph = graph_of(EN, DRIFTED)
    found = choose(compare_editions(graph, "tea"), ids)
    (korean,) = found.drifts
    dot = editions_dot(graph, found, with_answers(graph, found, ids))
    return [difference.id for difference in korean.differences], dot


def test_only_what_differs_there_is_kept():
    ids, dot = closely("loss")
    assert ids == ["loss"]
    assert "5억 달러" in dot
    assert "coffee" not in dot


def test_a_loss_is_told_with_what_it_leaves_unanswered():
    ids, dot = closely("coffee")
    assert ids == ["cheaper"]
    assert "nothing answers this in ko" in dot
    assert "not in ko" in dot  # on the answer, which is drawn beside what it answers
    assert "ko: 커피" in dot


def test_a_statement_that_no_edition_has_is_refused_with_the_nearest():
    with pytest.raises(ArgmapError, match=r"'lossy'; did you mean loss\?"):
        closely("lossy")


def test_the_command_keeps_to_it(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "en.md").write_text(EN, "utf-8")
    (tmp_path / "ko.md").write_text(DRIFTED, "utf-8")
    for arguments in ([".", "--id", "loss"], [".", "--id", "loss", "-f", "dot"]):
        with click.Context(command) as context:
            command.parse_args(context, arguments)
            assert command.invoke(context) == 0
        written = capsys.readouterr().out
        assert "5억 달러" in written
        assert "cheaper" not in written
