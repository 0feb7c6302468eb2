from __future__ import annotations

import json

import pytest

from argmap.rules.pages import pages
from argmap.rules.registry import RULES
from tests.commands.run_argmap import argmap


def test_a_rule_by_code_or_name(capsys):
    by_code = argmap(capsys, "rule", "AM201")
    assert by_code.status == 0
    assert by_code.out.startswith("# AM201 unsupported-claim (error)\n\nA claim that nothing")
    assert argmap(capsys, "rule", "unsupported-claim").out == by_code.out


def test_without_a_rule_all_are_listed(capsys):
    out = argmap(capsys, "rule").out
    assert out.startswith("# Rules\n")
    assert all(rule.code in out for rule in RULES)
    assert "## Why it matters" not in out


def test_one_rule_as_json(capsys):
    made = json.loads(argmap(capsys, "rule", "AM004", "--format", "json").out)
    assert made["code"] == "AM004"
    assert made["name"] == "single-quotes"
    assert (made["severity"], made["room"], made["fixable"]) == ("error", "syntax", True)
    assert made["summary"] == "A value stands in single quotes"
    assert made["explanation"].startswith(made["summary"])
    (bad,) = made["bad"]
    assert bad["path"] == "essay.md"
    assert "source='City survey'" in bad["text"]
    assert "http" not in json.dumps(made)


def test_escapes_of_an_example_are_told(capsys):
    made = json.loads(argmap(capsys, "rule", "AM001", "--format", "json").out)
    assert made["bad"][0]["escapes"] == "bytes"
    assert "escapes" not in made["good"][0]


def test_all_as_json(capsys):
    made = json.loads(argmap(capsys, "rule", "--all", "--format", "json").out)
    assert [rule["code"] for rule in made] == [rule.code for rule in RULES]
    for rule in made:
        assert rule["bad"]
        assert rule["good"]
        assert all(rule[key] != "" for key in ("summary", "explanation", "room"))


@pytest.mark.parametrize("format_", ["md", "text"])
def test_all_in_words_explains_each(capsys, format_):
    out = argmap(capsys, "rule", "--all", "--format", format_).out
    assert out.count("\n## Why it matters\n") == len(RULES)


def test_all_as_pages_in_a_folder(tmp_path, capsys):
    ran = argmap(capsys, "rule", "--all", "--format", "md", "-o", tmp_path / "new" / "rules")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert {file.name for file in (tmp_path / "new" / "rules").iterdir()} == set(pages())


def test_a_file_for_one_format(tmp_path, capsys):
    argmap(capsys, "rule", "--all", "--format", "json", "-o", tmp_path / "rules.json")
    assert len(json.loads((tmp_path / "rules.json").read_text("utf-8"))) == len(RULES)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("AM201", "--all"), "Name one rule, or ask for --all."),
        (("unsuported-claim",), "did you mean AM201 (unsupported-claim)?"),
        (("--all", "--format", "yaml"), "'yaml' is not one of"),
    ],
)
def test_misuse_is_status_2(capsys, arguments, said):
    ran = argmap(capsys, "rule", *arguments)
    assert ran.status == 2
    assert said in ran.err


def test_a_file_where_a_folder_should_be(tmp_path, capsys):
    (tmp_path / "rules").write_text("x")
    ran = argmap(capsys, "rule", "--all", "--format", "md", "-o", tmp_path / "rules")
    assert ran.status == 2
    assert "is a file: name a folder" in ran.err


def test_a_quiet_rule_is_shown_as_one(monkeypatch):
    from argmap.rules import explain

    quiet, loud = RULES[0]._replace(quiet=True), RULES[1]._replace(quiet=False)
    monkeypatch.setattr(explain, "RULES", (quiet, loud))
    monkeypatch.setattr(explain, "find_rule", lambda _: quiet)
    assert "It is silent unless it is selected." in explain.page(quiet)
    assert "It is silent unless it is selected." not in explain.page(loud)
    assert "silent unless it is selected" in explain.explain(quiet.code)
    assert explain.data(quiet)["quiet"] is True
    assert explain.overview().endswith(f"\nSilent unless selected: {quiet.code}.\n")
