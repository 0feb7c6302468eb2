"""Which rules are in force: by code, name and beginning of a code; by file; layer over layer."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.config import Config, RuleChoice
from argmap.errors import ArgmapError
from argmap.model import Severity
from argmap.rules.registry import RULES
from argmap.rules.selection import EVERYTHING, select

LOUD = [rule.code for rule in RULES if not rule.quiet]
QUIET = [rule for rule in RULES if rule.quiet]


def config(**choice: object) -> Config:
    per_file = choice.pop("per_file", {})
    return Config(rules=RuleChoice(**choice), per_file=per_file)  # type: ignore[arg-type]


def codes(
    selection_of: Config, path: str = "essays/a.md", cli: RuleChoice | None = None
) -> set[str]:
    return set(select(selection_of, cli).at(path))


def test_by_default_all_but_the_quiet_rules() -> None:
    assert list(EVERYTHING.at("a.md")) == LOUD
    assert codes(Config()) == set(LOUD)


@pytest.mark.parametrize(
    ("select_", "ignore", "wanted"),
    [
        (("AM201",), (), {"AM201"}),
        (("unsupported-claim",), (), {"AM201"}),
        (("AM30",), ("AM302",), {c for c in LOUD if c.startswith("AM30")} - {"AM302"}),
        (("AM201",), ("AM2",), {"AM201"}),
        (("AM2",), ("AM2",), set()),
        (("ALL",), ("AM",), set()),
        ((), ("AM0", "AM1", "AM3"), {c for c in LOUD if c[2] not in "013"}),
        (("AM2", "AM20"), ("AM201", "AM20"), {c for c in LOUD if c.startswith("AM2") and c[:4] != "AM20"}),
    ],
)  # fmt: skip
def test_the_most_exact_word_decides(
    select_: tuple[str, ...], ignore: tuple[str, ...], wanted: set[str]
) -> None:
    assert codes(config(select=select_, ignore=ignore)) == wanted


def test_quiet_rules_want_to_be_named() -> None:
    for rule in QUIET:
        assert rule.code not in codes(config(select=("ALL", rule.code[:4])))
        assert codes(config(select=("ALL", rule.name))) == {*LOUD, rule.code}


def test_per_file_choices_lie_over_the_general_one() -> None:
    found = config(
        ignore=("AM201",),
        per_file={
            "drafts/*": RuleChoice(ignore=("AM2",)),
            "drafts/late.md": RuleChoice(select=("AM204",)),
            "other.md": RuleChoice(select=("AM201",)),
        },
    )
    assert codes(found) == set(LOUD) - {"AM201"}
    assert codes(found, "drafts/a.md") == {c for c in LOUD if not c.startswith("AM2")}
    assert codes(found, "drafts/deep/a.md") == codes(found, "drafts/a.md")
    assert codes(found, "drafts/late.md") == {"AM204"}
    assert codes(found, "any/other.md") == {"AM201"}, "a pattern fits the name of the file, too"


def test_the_command_line_has_the_last_word() -> None:
    found = config(ignore=("AM201",), per_file={"*": RuleChoice(ignore=("AM202",))})
    assert codes(found, cli=RuleChoice(select=("AM2",))) == {c for c in LOUD if c.startswith("AM2")}
    assert codes(found, cli=RuleChoice(ignore=("AM3",))) == {
        c for c in LOUD if not c.startswith("AM3")
    } - {"AM201", "AM202"}


def test_severity_by_the_most_exact_word_and_the_last_layer() -> None:
    found = config(
        severity={"AM2": Severity.INFO, "unsupported-claim": Severity.WARNING},
        per_file={"drafts/*": RuleChoice(severity={"AM201": Severity.INFO})},
    )
    at = select(found).at("a.md")
    assert (at["AM201"], at["AM202"], at["AM101"]) == (
        Severity.WARNING,
        Severity.INFO,
        Severity.ERROR,
    )
    assert select(found).at("drafts/a.md")["AM201"] is Severity.INFO


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("AM999", "ignore: there is no rule 'AM999'; argmap rule lists them"),
        ("unsuported-claim", "did you mean AM201 (unsupported-claim)?"),
        ("zzzz", "argmap rule lists them"),
        ("", "there is no rule"),
    ],
)
def test_an_unknown_word_is_refused_where_it_stands(word: str, said: str) -> None:
    with pytest.raises(ArgmapError) as caught:
        select(config(ignore=(word,)))
    assert said in str(caught.value)
    with pytest.raises(ArgmapError, match="--select"):
        select(Config(), RuleChoice(select=("nothing-such",)))


def test_the_file_is_named_that_sets_an_unknown_word() -> None:
    found = Config(rules=RuleChoice(ignore=("zz",)), origins={"ignore": Path("argmap.toml")})
    with pytest.raises(ArgmapError, match=r"^argmap\.toml: ignore: there is no rule 'zz'"):
        select(found)


WORDS = st.lists(st.sampled_from(["ALL", "AM", "AM2", "AM20", "AM201", "AM1"]), max_size=4)


@given(WORDS, WORDS, st.sampled_from(LOUD))
def test_in_force_is_what_the_definition_says(
    selected: list[str], ignored: list[str], code: str
) -> None:
    def exactness(word: str) -> int:
        return 0 if word == "ALL" else len(word) if code.startswith(word) else -1

    chosen = max(map(exactness, selected), default=-1)
    left_out = max(map(exactness, ignored), default=-1)
    wanted = chosen > left_out if selected or left_out >= 0 else True
    assert (code in codes(config(select=tuple(selected), ignore=tuple(ignored)))) is wanted
