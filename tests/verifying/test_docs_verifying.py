"""docs/verifying.md: its examples do what the page says."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from argmap.essay import read_essay
from argmap.rules.registry import BY_NAME
from argmap.verifying.terms import numbers_in
from argmap.verifying.verify import RULES
from tests.verifying.verifying_essay import verified

PAGE = (Path(__file__).parents[2] / "docs" / "verifying.md").read_text("utf-8")
FENCES = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def fences(language: str) -> list[str]:
    return [body for name, body in FENCES if name == language]


def test_the_digest_shown_passes_but_for_the_hash():
    found = verified(fences("markdown")[0], fences("text")[0])
    assert [finding.code for finding in found.findings] == ["AM315"]
    assert found.quotes is not None
    assert found.quotes.found == 1


def test_the_derived_figure_is_silenced():
    essay = fences("markdown")[1]
    assert verified(essay, "5 of 40 pupils were asleep.").findings == ()
    bare = essay.partition("\n")[2]
    assert [f.code for f in verified(bare, "5 of 40 pupils were asleep.").findings] == ["AM311"]


def test_the_essays_are_read_without_a_fault():
    for text in fences("markdown"):
        assert read_essay(text, "example.md").faults == ()


def test_every_rule_has_its_row():
    for name in RULES:
        assert f"| {BY_NAME[name].code} {name} |" in PAGE


def test_the_configuration_shown_is_what_is_read():
    names, uncovered = (tomllib.loads(text)["tool"]["argmap"] for text in fences("toml"))
    assert all(isinstance(form, str) for forms in names["names"].values() for form in forms)
    listed = uncovered["verify"]["late-start@en"]["uncovered"]
    assert all(numbers_in(word) and reason for word, reason in listed.items())
    essay = "[Microsoft, says Altman]{#a .claim at=p1}.\n"
    assert verified(essay, "마이크로소프트는, 샘 알트만이", names["names"]).findings == ()
