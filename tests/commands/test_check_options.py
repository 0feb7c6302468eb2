"""argmap check: rules in force, baseline, fixes, outputs, and what goes wrong on the way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import pytest

from tests.commands.run_argmap import BAD, GOOD, argmap

ESSAY = (
    "[Tea cools]{#tea .claim .thesis}, for [cups lose heat]{#cups .premise supports=tea}.\n\n"
    "[Words go on]{.claim}.\n"
)


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(ESSAY, encoding="utf-8")
    return tmp_path


def codes(ran) -> list[str]:
    return [each["code"] for each in json.loads(ran.out)["findings"]]


# Rules in force


def test_select_and_ignore(capsys):
    assert codes(argmap(capsys, "check", "--format", "json")) == ["AM202", "AM108"]
    assert codes(argmap(capsys, "check", "--format", "json", "--select", "AM1")) == ["AM108"]
    assert codes(argmap(capsys, "check", "--format", "json", "--ignore", "AM1,AM202")) == []
    ran = argmap(capsys, "check", "--select", "AM777")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "argmap: --select: there is no rule 'AM777'; argmap rule lists them\n"


@pytest.mark.parametrize(
    ("level", "status"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)]
)
def test_fail_level(capsys, level, status):
    ran = argmap(capsys, "check", "--ignore", "AM202", "--fail-level", level)
    assert ran.status == status
    assert "AM108" in ran.out


def test_the_configuration_decides_and_the_command_line_decides_over_it(tmp_path, capsys):
    (tmp_path / "argmap.toml").write_text(
        'essays = ["."]\nignore = ["AM108"]\nfail-level = "never"\n[severity]\nAM2 = "info"\n'
    )
    ran = argmap(capsys, "check", "--format", "concise")
    assert ran.status == 0
    assert ran.out.startswith("a.md:1:40: AM202 unsupported-link (info): ")
    assert argmap(capsys, "check", "--select", "AM108", "--fail-level", "warning").status == 1


def test_another_configuration_can_be_named(tmp_path, capsys):
    (tmp_path / "other.toml").write_text('select = ["AM3"]\n')
    assert argmap(capsys, "check", "a.md", "--config", "other.toml").status == 0
    ran = argmap(capsys, "check", "--config", "none.toml")
    assert ran.status == 2
    assert "the configuration none.toml is not there" in ran.err


# Outputs


def test_several_reports_at_once(tmp_path, capsys):
    ran = argmap(capsys, "check", "--format", "concise", "--output", "json:out/a.json", "--output", "sarif:a.sarif")  # fmt: skip
    assert ran.out.startswith("a.md:1:40: AM202")
    assert len(json.loads((tmp_path / "out/a.json").read_text("utf-8"))["findings"]) == 2
    assert json.loads((tmp_path / "a.sarif").read_text("utf-8"))["version"] == "2.1.0"
    ran = argmap(capsys, "check", "--output", "sarf:x")
    assert ran.status == 2
    assert "did you mean sarif?" in ran.err
    assert not (tmp_path / "x").exists()


def test_statistics(capsys):
    ran = argmap(capsys, "check", "--statistics")
    assert ran.status == 1
    assert "1  AM108  [ ] isolated-statement" in ran.out
    assert json.loads(argmap(capsys, "check", "--statistics", "--format", "json").out)["total"] == 2
    assert argmap(capsys, "check", "--statistics", "--format", "sarif").status == 2


# Baseline


def test_a_baseline_holds_what_is_known_and_edits_elsewhere_revive_nothing(tmp_path, capsys):
    ran = argmap(capsys, "check", "--baseline", "known.json", "--update-baseline")
    assert (ran.status, ran.err) == (0, "argmap: known.json holds 2 findings now\n")
    (tmp_path / "a.md").write_text("# A heading\n\nMore prose.\n\n" + ESSAY, encoding="utf-8")
    ran = argmap(capsys, "check", "--baseline", "known.json")
    assert (ran.status, ran.err) == (0, "argmap: 2 findings are known to known.json\n")

    (tmp_path / "a.md").write_text(ESSAY.replace("cups lose", "mugs lose"), encoding="utf-8")
    ran = argmap(capsys, "check", "--baseline", "known.json", "--format", "json")
    assert codes(ran) == ["AM202"], "a statement in other words is another finding"
    assert "1 of its entries is found no more" in ran.err

    (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")
    argmap(capsys, "check", "--baseline", "known.json", "--update-baseline")
    assert json.loads((tmp_path / "known.json").read_text()) == {
        "argmap-baseline": 1,
        "findings": [],
    }
    (tmp_path / "a.md").write_text(ESSAY, encoding="utf-8")
    assert argmap(capsys, "check", "--baseline", "known.json").status == 1, "what is fixed has left"


def test_a_partial_run_keeps_the_entries_of_other_files(tmp_path, capsys):
    (tmp_path / "b.md").write_text("[Alone]{#alone .claim .thesis}.\n", encoding="utf-8")
    argmap(capsys, "check", "--baseline", "k.json", "--update-baseline")
    (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")
    argmap(capsys, "check", "a.md", "--baseline", "k.json", "--update-baseline")
    (entry,) = json.loads((tmp_path / "k.json").read_text())["findings"]
    assert entry["subject"] == "b@en:alone"
    argmap(capsys, "check", "b.md", "--select", "AM1", "--baseline", "k.json", "--update-baseline")
    assert len(json.loads((tmp_path / "k.json").read_text())["findings"]) == 1, "not looked for"


def test_as_many_as_the_baseline_knows(tmp_path, capsys):
    (tmp_path / "a.md").write_text("[Alone]{.claim}.\n", encoding="utf-8")
    argmap(capsys, "check", "--baseline", "k.json", "--update-baseline")
    (tmp_path / "a.md").write_text("[Alone]{.claim}.\n\n[Alone]{.claim}.\n", encoding="utf-8")
    assert codes(argmap(capsys, "check", "--baseline", "k.json", "--format", "json")) == ["AM108"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "is damaged (it is no JSON): make it anew with --update-baseline"),
        ("[]", "is no baseline of argmap"),
        (
            '{"argmap-baseline": 9, "findings": []}',
            "is of version 9, and this argmap reads version 1",
        ),
        ('{"argmap-baseline": 1, "findings": [{"rule": 3}]}', "is damaged: make it anew"),
        ('{"argmap-baseline": 1}', "is damaged: make it anew"),
    ],
)
def test_a_baseline_that_cannot_be_read_is_one_clear_line(tmp_path, capsys, text, said):
    (tmp_path / "k.json").write_text(text)
    ran = argmap(capsys, "check", "--baseline", "k.json")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said in ran.err
    assert (tmp_path / "k.json").read_text() == text


def test_a_baseline_that_is_missing(capsys):
    ran = argmap(capsys, "check", "--baseline", "k.json")
    assert (ran.status, ran.err) == (
        2,
        "argmap: the baseline k.json is not there: make it with --update-baseline\n",
    )
    ran = argmap(capsys, "check", "--update-baseline")
    assert ran.status == 2


# Fixing


def test_fix_writes_diff_does_not(tmp_path, capsys):
    (tmp_path / "a.md").write_text(
        "[Tea cools]{#tea .claim .assumed source='x'}.\n", encoding="utf-8"
    )
    before = (tmp_path / "a.md").read_bytes()
    ran = argmap(capsys, "check", "--diff")
    assert ran.status == 1
    assert ran.out.startswith("--- a/a.md\n+++ b/a.md\n")
    assert ran.err == "argmap: would fix 1 finding in 1 file\n"
    assert (tmp_path / "a.md").read_bytes() == before
    ran = argmap(capsys, "check", "--fix")
    assert ran.err == "argmap: fixed 1 finding in 1 file: AM004 single-quotes 1\n"
    assert (tmp_path / "a.md").read_text(
        "utf-8"
    ) == '[Tea cools]{#tea .claim .assumed source="x"}.\n'
    assert argmap(capsys, "check", "--diff").out == ""


def test_fix_names_statements_unless_told_not_to(tmp_path, capsys):
    argmap(capsys, "check", "--fix", "--ignore", "missing-id")
    assert (tmp_path / "a.md").read_text("utf-8") == ESSAY
    ran = argmap(capsys, "check", "--fix")
    assert "AM035 missing-id 1" in ran.err
    assert "{#words .claim}" in (tmp_path / "a.md").read_text("utf-8").replace("words-go", "words")
    assert "AM035" not in ran.out


def test_unsafe_fixes_are_asked_for(tmp_path, capsys):
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    argmap(capsys, "check", "--fix")
    assert "supports=tee" in (tmp_path / "a.md").read_text("utf-8")
    argmap(capsys, "check", "--fix", "--unsafe-fixes")
    assert "supports=tea" in (tmp_path / "a.md").read_text("utf-8")


def test_add_ignore(tmp_path, capsys):
    ran = argmap(capsys, "check", "--add-ignore", "AM202=a draft", "--add-ignore", "AM108=later")
    assert ran.status == 0
    assert ran.err == "argmap: silenced 2 findings in 1 file\n"
    assert "<!-- argmap: ignore AM202 a draft -->" in (tmp_path / "a.md").read_text("utf-8")
    assert argmap(capsys, "check").status == 0


@pytest.mark.parametrize(
    "options",
    [
        ("--add-ignore", "AM202"),
        ("--add-ignore", "AM202="),
        ("--fix", "--diff"),
        ("--unsafe-fixes",),
        ("--online", "--fix"),
    ],
)
def test_options_that_make_no_sense_are_refused(tmp_path, capsys, options):
    ran = argmap(capsys, "check", *options)
    assert ran.status == 2
    assert ran.err.startswith("Usage: ")
    assert (tmp_path / "a.md").read_text("utf-8") == ESSAY


def test_what_is_not_utf8_is_never_written(tmp_path, capsys):
    content = b"[Tea \xff cools]{.claim source='x'}.\n"
    (tmp_path / "a.md").write_bytes(content)
    argmap(capsys, "check", "--fix")
    assert (tmp_path / "a.md").read_bytes() == content


# The machine


def big(tmp_path: Path, count: int = 40) -> None:
    words = "Words that make it long enough. " * 1000
    for number in range(count):
        (tmp_path / f"b{number:02}.md").write_text(f"{ESSAY}\n{words}\n", encoding="utf-8")


def test_the_cache_changes_nothing_that_is_printed(tmp_path, capsys):
    big(tmp_path)
    ran = [argmap(capsys, "check", "--format", "concise", *how) for how in ((), (), ("--no-cache",), ("--jobs", "2"))]  # fmt: skip
    assert len({(each.status, each.out, each.err) for each in ran}) == 1
    assert (tmp_path / ".argmap_cache" / "CACHEDIR.TAG").exists()


def test_a_small_project_leaves_no_cache(tmp_path, capsys):
    argmap(capsys, "check")
    assert not (tmp_path / ".argmap_cache").exists()


def test_a_cache_that_cannot_be_written_is_a_note(tmp_path, capsys):
    big(tmp_path, 8)
    (tmp_path / ".argmap_cache").write_text("in the way")
    ran = argmap(capsys, "check", "--format", "concise")
    assert ran.status == 1
    assert ran.err.startswith("argmap: the cache .argmap_cache cannot be written (")
    assert ran.err.endswith("): this run went without\n")


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs a privilege there")
def test_links_in_a_circle(tmp_path, capsys):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "up").symlink_to(tmp_path, target_is_directory=True)
    ran = argmap(capsys, "check", "--format", "json")
    assert codes(ran) == ["AM202", "AM108"], "folders behind links are not walked"
    (tmp_path / "loop.md").symlink_to(tmp_path / "loop.md")
    for paths in ((), ("loop.md",)):
        ran = argmap(capsys, "check", *paths)
        assert (ran.status, ran.err.count("\n")) == (2, 1)
        assert ran.err.startswith("argmap: cannot read loop.md: ")


def test_a_file_that_vanishes_is_one_line(tmp_path, capsys, monkeypatch):
    from argmap.sources import Sources

    real = Sources.content

    def gone(self, path):
        (tmp_path / "a.md").unlink(missing_ok=True)
        return real(self, path)

    monkeypatch.setattr(Sources, "content", gone)
    ran = argmap(capsys, "check")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "argmap: cannot read a.md: No such file or directory\n"


# A process in the background may have been told to ignore Ctrl-C, and its children with it.
INTERRUPTIBLE = """\
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from argmap.cli import run
print("begun")
sys.exit(run(sys.argv[1:]))
"""


@contextmanager
def begun(folder: Path, *arguments: str, stderr: int) -> Iterator[subprocess.Popen[str]]:
    """Run argmap in a process of its own, which has begun, and ends with this block or in a minute.

    On a busy machine Python alone takes seconds to start, and Ctrl-C is its own until then.
    """
    command = [sys.executable, "-u", "-c", INTERRUPTIBLE, *arguments]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=stderr, text=True
    ) as child:
        too_long = Timer(60, child.kill)
        too_long.start()
        try:
            assert child.stdout is not None
            assert child.stdout.readline() == "begun\n"
            yield child
        finally:
            too_long.cancel()
            child.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are different there")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_in_the_middle(tmp_path, jobs):
    big(tmp_path, 400)
    command = ["check", "--jobs", jobs, "--no-cache"]
    command += ["--output", "json:out.json", "--baseline", "k.json", "--update-baseline"]
    with begun(tmp_path, *command, stderr=subprocess.PIPE) as child:
        time.sleep(1.0)
        os.kill(child.pid, signal.SIGINT)
        out, err = child.communicate(timeout=60)
    if out or child.returncode in (0, 1):
        pytest.skip("it was done before it could be interrupted")
    assert (child.returncode, out, err.strip()) == (130, "", "argmap: interrupted")
    assert sorted(p.name for p in tmp_path.iterdir() if p.suffix != ".md") == []


# Watching


@pytest.mark.skipif(sys.platform == "win32", reason="signals are different there")
def test_watch_checks_again_when_something_is_saved(tmp_path):
    pytest.importorskip("watchfiles", reason="argmap[watch] is not installed")
    command = ["watch", "--format", "concise"]
    with begun(tmp_path, *command, stderr=subprocess.STDOUT) as child:

        def read_until(end: str) -> str:
            assert child.stdout is not None
            lines = []
            while not (lines and end in lines[-1]):
                line = child.stdout.readline()
                assert line, "".join(lines)
                lines.append(line)
            return "".join(lines)

        assert "AM202" in read_until("Found 2 findings")
        time.sleep(1.0)
        (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")
        assert "a.md changed" in read_until("All checks passed: 1 essay")
        (tmp_path / "argmap.toml").write_text("slect = []\n")
        assert "did you mean select?" in read_until("there is no key")
        (tmp_path / "argmap.toml").write_text("essays = ['.']\n")
        read_until("All checks passed")
        child.send_signal(signal.SIGINT)
        assert child.wait(timeout=30) == 0


def test_standard_input_cannot_be_watched(capsys):
    assert argmap(capsys, "watch", "-").status == 2
