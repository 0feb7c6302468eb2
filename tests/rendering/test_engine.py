from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from argmap.rendering import engine
from argmap.rendering.engine import EngineError, asked_for, layout

DOT = 'digraph { a [label=<<TABLE BORDER="0"><TR><TD WIDTH="50">한</TD></TR></TABLE>>]; a -> b }'


@pytest.fixture(autouse=True)
def _nothing_remembered(monkeypatch):
    monkeypatch.delenv("ARGMAP_DOT", raising=False)
    remembering = (engine._bundled, engine._system_dot)
    for function in remembering:
        function.cache_clear()
    yield
    for function in remembering:
        function.cache_clear()


def script(folder: Path, body: str) -> str:
    """Write a program in Python that stands in for ``dot``."""
    if os.name == "nt":
        pytest.skip("a script is no program on Windows")
    path = folder / "dot"
    path.write_text(f"#!{sys.executable}\nimport sys, time, os\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IEXEC)
    return str(path)


def test_svg_and_png_and_plain():
    assert layout(DOT).rstrip().endswith(b"</svg>")
    assert layout(DOT, "png").startswith(b"\x89PNG")
    assert layout(DOT, "plain").startswith(b"graph ")
    assert "한" in layout(DOT).decode("utf-8")


def test_nothing_of_the_system_is_needed(monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert layout(DOT)


def test_attributes_of_the_graph():
    assert b"<svg" in layout(DOT, attributes=["rankdir=LR"])
    assert layout(DOT, attributes=["rankdir=LR"]) != layout(DOT)


@pytest.mark.parametrize(
    ("dot", "said"),
    [
        ("digraph { a -> ", "syntax error"),
        ("", "wrote no complete SVG"),
        ("digraph { a [label=<<TABLE><TR></TABLE>>] }", "failed (exit 1)"),
        ("digraph { a [label=<<I></I>>] }", "failed (exit 1)"),
    ],
)
def test_dot_that_is_not_right_makes_no_picture(dot, said):
    """The engine writes an SVG for a faulty label, and ends well for an empty input."""
    with pytest.raises(EngineError, match=said.replace("(", r"\(").replace(")", r"\)")) as raised:
        layout(dot)
    assert "\n" not in str(raised.value)


def test_without_the_package_the_message_says_what_to_run(monkeypatch, tmp_path):
    from importlib import metadata

    def missing(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "files", missing)
    monkeypatch.setattr("sysconfig.get_path", lambda name: str(tmp_path))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    with pytest.raises(EngineError, match="-m pip install graphviz-pure"):
        layout(DOT)


def test_an_engine_that_takes_too_long_is_killed(tmp_path, monkeypatch):
    sign = tmp_path / "pid"
    slow = script(
        tmp_path, f"open({str(sign)!r}, 'w').write(str(os.getpid())); time.sleep(60); print('late')"
    )
    monkeypatch.setattr(engine, "_bundled", lambda: slow)
    with pytest.raises(EngineError, match="took longer than 2 s"):
        layout(DOT, timeout=2)
    # On a busy machine it may be killed before it has begun.
    assert not sign.exists() or _ends(int(sign.read_text()))


def test_an_interrupted_layout_leaves_no_process(tmp_path):
    sign = tmp_path / "pid"
    slow = script(tmp_path, f"open({str(sign)!r}, 'w').write(str(os.getpid())); time.sleep(60)")
    code = (
        "from argmap.rendering import engine\n"
        f"engine._bundled = lambda: {slow!r}\n"
        "try:\n    engine.layout('digraph {}')\nexcept KeyboardInterrupt:\n    print('stopped')\n"
    )
    import signal

    running = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, start_new_session=True
    )
    with running:
        _wait(lambda: sign.exists() and sign.read_text())
        running.send_signal(signal.SIGINT)
        assert running.communicate(timeout=30)[0] == b"stopped\n"
    assert _ends(int(sign.read_text()))


def test_a_crash_is_one_line(tmp_path, monkeypatch):
    crash = script(tmp_path, "sys.stderr.write('\\n  panicked at x\\nmore\\n'); os.abort()")
    monkeypatch.setattr(engine, "_bundled", lambda: crash)
    with pytest.raises(EngineError, match=r"\(signal 6\): panicked at x$"):
        layout(DOT)


def test_a_system_dot_is_used_only_when_asked_for(tmp_path, monkeypatch):
    shout = script(tmp_path, "sys.exit('the system was asked')")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert layout(DOT)
    with pytest.raises(EngineError, match="the system was asked"):
        layout(DOT, engine="system")
    assert asked_for(None) == "bundled"
    monkeypatch.setenv("ARGMAP_DOT", shout)
    assert asked_for(None) == "system"
    assert asked_for("bundled") == "bundled"


def test_a_system_dot_that_cannot_draw_labels_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("ARGMAP_DOT", script(tmp_path, "print('<svg></svg>')"))
    with pytest.raises(EngineError, match="cannot draw HTML-like labels"):
        layout(DOT, engine="system")


def test_a_system_dot_that_can_is_used(tmp_path, monkeypatch):
    body = "print('<svg>>ok<', sys.argv[1:], '</svg>')"
    monkeypatch.setenv("ARGMAP_DOT", script(tmp_path, body))
    assert b"-Kdot" in layout(DOT, engine="system")


def test_a_system_dot_that_is_not_there(monkeypatch):
    monkeypatch.setenv("ARGMAP_DOT", "no/such/dot")
    with pytest.raises(EngineError, match=r"no/such/dot cannot be run: .*leave out --engine"):
        layout(DOT, engine="system")


def _wait(ready, seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while not ready() and time.monotonic() < end:
        time.sleep(0.02)


def _ends(pid: int) -> bool:
    def gone() -> bool:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        return False

    _wait(gone)
    return gone()


def test_where_no_curve_can_be_found_lines_are_straight(tmp_path, monkeypatch):
    body = (
        "sys.stdin.read()\n"
        "if '-Gsplines=line' in sys.argv: sys.exit(print('<svg>>ok<</svg>'))\n"
        "sys.exit('lib/pathplan/shortest.c:333: triangulation failed')"
    )
    monkeypatch.setattr(engine, "_bundled", lambda: script(tmp_path, body))
    assert b">ok<" in layout(DOT)
    monkeypatch.setattr(engine, "_bundled", lambda: script(tmp_path, "sys.exit('other')"))
    with pytest.raises(EngineError, match="other"):
        layout(DOT)
