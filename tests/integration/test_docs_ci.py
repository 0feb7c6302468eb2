"""docs/ci.md: every recipe is valid, and names what there is."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import mdformat.plugins
import pytest
import yaml

from argmap.report.dispatch import Format
from tests.integration.sample import ROOT, run
from tests.integration.schemas import assert_valid

PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
BLOCKS: list[tuple[str, str]] = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
RECIPES = [text for language, text in BLOCKS if language == "yaml"]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


def file_of(text: str) -> str:
    named = re.match(r"# (\S+)\n", text)
    assert named, "a recipe says at its top which file it is"
    return named[1]


def recipes(file: str) -> list[Any]:
    return [yaml.safe_load(text) for text in RECIPES if re.fullmatch(file, file_of(text))]


@pytest.mark.parametrize("text", RECIPES, ids=file_of)
def test_every_recipe_is_valid(text, tmp_path):
    name = file_of(text)
    file = tmp_path / Path(name).name
    file.write_text(text, "utf-8")
    if name.startswith(".github/workflows/"):
        assert_valid("vendor.github-workflows", file)
    elif name == ".gitlab-ci.yml":
        assert_valid("vendor.gitlab-ci", file)
    else:
        assert name == ".pre-commit-config.yaml"
        ran = run([sys.executable, "-m", "pre_commit", "validate-config", file], tmp_path)
        assert ran.returncode == 0, ran.stdout


def test_every_block_is_known():
    assert {language for language, _ in BLOCKS} == {"yaml", "toml"}
    assert len(RECIPES) == 7


def test_the_action_is_used_with_inputs_it_has():
    used = [
        step["with"]
        for workflow in recipes(r"\.github/.*")
        for job in workflow["jobs"].values()
        for step in job["steps"]
        if step.get("uses", "").startswith("OWNER/argmap@")
    ]
    assert used
    for given in used:
        assert given.keys() <= ACTION["inputs"].keys()
        assert all(isinstance(value, str) for value in given.values())


def test_the_inputs_are_described_with_their_defaults():
    described = dict(
        re.findall(r"^\| `([\w-]+)` \| (.*?) ?\| ", section("## GitHub"), re.MULTILINE)
    )
    assert described.keys() == ACTION["inputs"].keys()
    for name, said in described.items():
        default = ACTION["inputs"][name]["default"]
        if name != "paths":
            assert said == (f"`{default}`" if default else ""), name


def test_the_hooks_are_described():
    described = re.findall(r"^\| `(argmap-\w+)` \| ", PAGE, re.MULTILINE)
    assert sorted(described) == sorted(hook["id"] for hook in HOOKS)
    used = {
        hook["id"]
        for config in recipes(r"\.pre-commit-config\.yaml")
        for repository in config["repos"]
        if "OWNER" in repository["repo"]
        for hook in repository["hooks"]
    }
    assert used == {hook["id"] for hook in HOOKS}


def test_the_formats_there_are():
    named = re.findall(r"--format (\w+)|--output \"?(\w+):", PAGE)
    assert named
    assert {first or second for first, second in named} <= {str(each) for each in Format}


def test_mdformat_takes_the_configuration(tmp_path):
    text = next(text for language, text in BLOCKS if language == "toml")
    assert file_of(text) == ".mdformat.toml"
    config = tomllib.loads(text)
    missing = set(config["extensions"]) - set(mdformat.plugins.PARSER_EXTENSIONS)
    if missing:
        pytest.skip(f"not installed: {', '.join(sorted(missing))}")
    (tmp_path / ".mdformat.toml").write_text(text, "utf-8")
    (tmp_path / "essay.md").write_text("[so *it* is]{#a .claim}\n", "utf-8")
    ran = run([sys.executable, "-m", "mdformat", "--check", "essay.md"], tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")


def section(title: str) -> str:
    """The text of a section, its subsections included."""
    found = re.search(rf"^{title}\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE)
    assert found, title
    return found[1]
