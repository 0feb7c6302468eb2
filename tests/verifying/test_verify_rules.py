"""The examples in the explanations of the rules of a verification do what they say."""

from __future__ import annotations

import re
import tomllib
from importlib import import_module

import pytest

from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.rules.examples import examples, sections
from argmap.rules.registry import BY_NAME
from argmap.rules.run import check
from argmap.syntax.places import SourceText
from argmap.verifying import VerifyTerms, read_original, verify
from argmap.verifying.verify import RULES

_CONFIGURED = re.compile(r"<!-- (uncovered = .*) -->")


def findings(section: str):
    files = {file.path: file.content.decode() for file in examples(section)}
    assert sorted(files) == ["late-start.md", "originals/late-start.md"]
    text = files["late-start.md"]
    essay = read_essay(text, "late-start.md")
    configured = _CONFIGURED.match(text)
    uncovered = tomllib.loads(configured[1])["uncovered"] if configured else {}
    original = read_original(files["originals/late-start.md"].encode(), "original.md")
    assert check(ArgumentGraph.build([essay])) == []
    terms = VerifyTerms(uncovered=uncovered)
    return verify(essay, SourceText(text), original, terms).findings


@pytest.mark.parametrize("name", RULES)
def test_examples(name):
    explanation = import_module(f"argmap.rules.evidence.{name.replace('-', '_')}").__doc__
    parts = sections(explanation)
    assert [(f.name, f.severity) for f in findings(parts["Bad"])] == [
        (name, BY_NAME[name].severity)
    ]
    assert findings(parts["Good"]) == ()
