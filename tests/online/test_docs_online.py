"""The page about asking the web says what is so."""

from __future__ import annotations

import re
from pathlib import Path

from argmap.online import Settings
from argmap.online.addresses import why_port_refused

PAGE = (Path(__file__).parents[2] / "docs" / "online.md").read_text(encoding="utf-8")


def test_keys_and_defaults_are_those_of_the_settings() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| `([^`]+)` \|", PAGE, re.MULTILINE)
    assert len(rows) >= 10
    for key, default in rows:
        value = getattr(Settings(), key.replace("-", "_"))
        said = {"[]": (), "true": True, "false": False}.get(default)
        assert value == (float(default) if said is None else said), key


def test_ports_are_those_that_are_asked() -> None:
    named = re.search(r"other than ([\d, and]+)\.", PAGE.replace("\n", " "))
    assert named is not None
    ports = {int(number) for number in re.findall(r"\d+", named[1])}
    assert ports == {port for port in range(65536) if why_port_refused(port) is None}


def test_lines_are_not_too_long() -> None:
    assert [line for line in PAGE.splitlines() if len(line) > 130 and "|" not in line] == []
