"""The schemas of weighings, contrasts and editions take what the commands write, and no more."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from argmap.compare.editions_parts import Rank
from argmap.formats.documents import editions_shapes
from argmap.formats.documents.schemas import SUBJECTS, schema
from tests.commands.run_argmap import argmap

ESSAYS = Path(__file__).parents[2] / "essays"
ENGLISH = [f"{ESSAYS}/{work}/en.md" for work in ("subprime-ai-crisis", "openai-dangerous-gamble")]
COMMANDS = {
    "weighing": [
        ["weigh", ENGLISH[1], "-f", "json", "--keystones", "--without", "slowing"],
    ],
    "contrast": [["contrast", *ENGLISH, "-f", "json", "--crux", "1"]],
    "editions": [["editions", str(ESSAYS / "openai-dangerous-gamble"), "-f", "json"]],
}


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_schema_is_of_2020_12_and_describes_itself(capsys, subject):
    made = json.loads(argmap(capsys, "schema", subject).out)
    assert made == schema(subject)
    jsonschema.Draft202012Validator.check_schema(made)
    assert made["$id"] == f"urn:argmap:{subject}:1"
    assert made["description"]


@pytest.mark.parametrize(
    ("subject", "command"),
    [(subject, command) for subject, commands in COMMANDS.items() for command in commands],
)
def test_what_a_command_writes_is_what_its_schema_says(capsys, subject, command):
    ran = argmap(capsys, *command)
    assert ran.status == 0, ran.err
    judge = jsonschema.Draft202012Validator(schema(subject))
    document = json.loads(ran.out)
    judge.validate(document)
    for key in document:
        less = {name: value for name, value in document.items() if name != key}
        assert not judge.is_valid(less), f"{key} is always there"
    assert not judge.is_valid({**document, "more": 1})


def test_the_ranks_of_the_schema_are_those_there_are():
    shown = schema("editions")["$defs"][editions_shapes.ChangeShape.__name__]["properties"]["rank"]
    assert shown["enum"] == [rank.name.lower() for rank in Rank]
