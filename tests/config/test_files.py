"""Configuration files: the closest wins, one may extend another, and slips are named."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from argmap.config import find_config, read_config
from argmap.config.tables import schema
from argmap.errors import ArgmapError
from argmap.model import Severity


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str) -> Path:
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_there_are_defaults() -> None:
    config = find_config()
    assert (config.files, config.essay_folders, config.fail_level) == ((), (), Severity.WARNING)


def test_the_closest_file_wins_and_argmap_toml_before_pyproject(here: Path) -> None:
    write("pyproject.toml", '[tool.argmap]\ndefault-lang = "de"\n')
    write("sub/pyproject.toml", "[project]\nname = 'x'\n")
    assert find_config(here / "sub").default_lang == "de"
    write("argmap.toml", 'default-lang = "ko"\n')
    assert find_config(here / "sub").default_lang == "ko"


def test_everything_can_be_set() -> None:
    write(
        "argmap.toml",
        """
default-lang = "ko"
essays = ["a", "b"]
originals = "seeds"
select = ["AM1"]
ignore = ["AM101"]
severity = { AM1 = "info" }
fail-level = "never"
baseline = "known.json"
cache = ""
jobs = 2
[per-file."a/*"]
ignore = ["AM2"]
severity = { AM3 = "error" }
[build]
maps = "out"
formats = ["svg"]
contrast = [["x", "y"]]
[online]
timeout = 5
skip-hosts = ["*.example.org"]
""",
    )
    config = find_config()
    assert config.essays == (Path("a"), Path("b"))
    assert (config.originals, config.baseline, config.cache) == (
        Path("seeds"),
        Path("known.json"),
        None,
    )
    assert (config.rules.select, config.rules.ignore) == (("AM1",), ("AM101",))
    assert config.rules.severity == {"AM1": Severity.INFO}
    assert config.per_file["a/*"].ignore == ("AM2",)
    assert config.per_file["a/*"].severity == {"AM3": Severity.ERROR}
    assert (config.fail_level, config.jobs, config.online.timeout) == (None, 2, 5)
    assert config.online.skip_hosts == ("*.example.org",)
    assert (config.build.maps, config.build.contrast) == (Path("out"), (("x", "y"),))
    assert set(config.origins.values()) == {Path("argmap.toml")}


def test_extend_takes_what_the_closer_file_does_not_say() -> None:
    write("shared/base.toml", 'essays = ["texts"]\nignore = ["AM1"]\nfail-level = "error"\n'
          '[build]\nmaps = "pictures"\nformats = ["png"]\n[severity]\nAM2 = "info"\n')  # fmt: skip
    write("argmap.toml", 'extend = "shared/base.toml"\nignore = ["AM2"]\n'
          '[build]\nformats = ["svg"]\n[severity]\nAM3 = "info"\n')  # fmt: skip
    config = find_config()
    assert config.files == (Path("argmap.toml"), Path("shared/base.toml"))
    assert config.essays == (Path("shared/texts"),), "a path counts from its own file"
    assert config.rules.ignore == ("AM2",)
    assert config.rules.severity == {"AM2": Severity.INFO, "AM3": Severity.INFO}
    assert (config.build.maps, config.build.formats) == (Path("shared/pictures"), ("svg",))
    assert config.origins["fail-level"] == Path("shared/base.toml")
    assert config.origins["ignore"] == Path("argmap.toml")


def test_a_pyproject_can_be_extended_and_extend_again() -> None:
    write("argmap.toml", 'extend = "pyproject.toml"\n')
    write("pyproject.toml", '[tool.argmap]\nextend = "last.toml"\njobs = 3\n')
    write("last.toml", "jobs = 4\ndefault-lang = 'vi'\n")
    config = find_config()
    assert (config.jobs, config.default_lang, len(config.files)) == (3, "vi", 3)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('ignor = ["AM1"]', "argmap.toml: there is no key ignor; did you mean ignore?"),
        ('[build]\nformat = []', "argmap.toml: there is no key build.format; did you mean formats?"),
        ('[online]\ntime-out = 3', "there is no key online.time-out; did you mean timeout?"),
        ('[per-file."a*"]\nignored = []', "did you mean ignore?"),
        ('severity = { AM1 = "grave" }', "argmap.toml: severity.AM1: input should be 'error', 'warning' or 'info'"),
        ('fail-level = "often"', "argmap.toml: fail-level: input should be"),
        ("jobs = -1", "argmap.toml: jobs: "),
        ("[online]\ntimeout = inf", "online.timeout"),
        ('extend = "argmap.toml"', "extend leads back to argmap.toml"),
        ('extend = "nothing.toml"', "argmap.toml: extend: the configuration nothing.toml is not there"),
        ('extend = "."', "is a folder"),
        ('extend = "other.toml"', "other.toml: there is no key jops; did you mean jobs?"),
        ("[[", "it is not valid TOML"),
    ],
)  # fmt: skip
def test_a_slip_is_one_clear_line(text: str, said: str) -> None:
    write("other.toml", "jops = 2\n")
    write("argmap.toml", text)
    with pytest.raises(ArgmapError) as caught:
        find_config()
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_circle_of_extends_is_refused() -> None:
    write("argmap.toml", 'extend = "b.toml"\n')
    write("b.toml", 'extend = "argmap.toml"\n')
    with pytest.raises(ArgmapError, match=r"b\.toml: extend leads back to argmap\.toml"):
        find_config()


def test_a_file_that_is_named_must_be_there_and_speak_to_argmap() -> None:
    with pytest.raises(ArgmapError, match=r"the configuration no\.toml is not there"):
        read_config(Path("no.toml"))
    file = write("pyproject.toml", "[project]\nname = 'x'\n")
    with pytest.raises(ArgmapError, match=r"has no \[tool\.argmap\]"):
        read_config(file)


def test_the_schema_is_one_and_takes_what_argmap_takes() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    validator = jsonschema.Draft202012Validator(schema())
    assert validator.is_valid({"default-lang": "ko", "per-file": {"a": {"ignore": ["AM1"]}}})
    assert not validator.is_valid({"default_lang": "ko"})
    assert not validator.is_valid({"severity": {"AM1": "grave"}})
