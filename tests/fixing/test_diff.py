from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from argmap.fixing import unified_diff

CASES = {
    "plain": ("essay.md", "a\nb\nc\n", "a\nx\nc\n"),
    "no newline before": ("essay.md", "a\nb", "a\nb\n"),
    "no newline after": ("essay.md", "a\nb\n", "a\nb"),
    "no newline at all": ("essay.md", "a\nb", "a\nx"),
    "carriage returns": ("essay.md", "a\r\nb\r\n", "a\r\nx\r\n"),
    "other line ends": ("essay.md", "a\u2028b\x0cc\rd\ne\n", "a\u2028b\x0cc\rx\ne\n"),
    "spaces in the path": ("my essays/my essay.md", "a\n", "b\n"),
    "letters of other scripts": ("수익/é.md", "감\n", "자\n"),
    "quotes": ('"quoted".md', "a\n", "b\n"),
    "a backslash": ("a\\b.md", "a\n", "b\n"),
    "a line break": ("a\n+++ b/other.md", "a\n", "b\n"),
    "a tab": ("a\tb.md", "a\n", "b\n"),
    "from nothing": ("essay.md", "", "a\n"),
    "far apart": (
        "essay.md",
        "".join(f"{n}\n" for n in range(50)),
        "x\n" + "".join(f"{n}\n" for n in range(1, 49)) + "y\n",
    ),
}


@pytest.mark.parametrize(("path", "old", "new"), CASES.values(), ids=CASES)
@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_applies_it(tmp_path: Path, path: str, old: str, new: str) -> None:
    file = tmp_path / path
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(old.encode())
    except OSError:
        pytest.skip("the system knows no such name")
    diff = unified_diff(path, old, new)
    command = ["git", "apply", "--whitespace=nowarn", "-"]
    done = subprocess.run(command, input=diff.encode(), cwd=tmp_path, capture_output=True)
    assert done.returncode == 0, (done.stderr, diff)
    assert file.read_bytes() == new.encode()


def test_the_form() -> None:
    assert unified_diff("e.md", "a\nb", "a\nc\n") == (
        "--- a/e.md\n+++ b/e.md\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n"
    )


def test_equal_texts_have_no_diff() -> None:
    assert unified_diff("e.md", "a", "a") == ""
