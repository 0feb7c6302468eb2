"""The cache: never wrong, whatever happens to it."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_groups import many, sources

from argmap.checking import checker
from argmap.checking.cache import Cache, digest
from argmap.checking.checker import Setup, check_sources
from argmap.checking.outcome_text import outcome_of, outcome_text, sketch_of, sketch_text
from argmap.checking.sketch import Sketch
from argmap.checking.unit import Outcome, Seen
from argmap.config import Config, RuleChoice
from argmap.model import Edit, Finding, Fix, Position, Range, Severity
from argmap.rules.selection import EVERYTHING, select

TEXT = st.text(max_size=12)
PLACES = st.builds(
    lambda a, b, c, d: Range(Position(a, b), Position(c, d)), *[st.integers(1, 10**6)] * 4
)
FIXES = st.builds(
    Fix, TEXT, st.lists(st.builds(Edit, PLACES, TEXT), max_size=2).map(tuple), st.booleans()
)
FINDINGS = st.builds(
    Finding,
    TEXT,
    TEXT,
    st.sampled_from(Severity),
    TEXT,
    TEXT,
    TEXT,
    PLACES,
    st.none() | FIXES,
    TEXT,
)
SEEN = st.builds(Seen, TEXT, TEXT, st.integers(0, 99), *[st.lists(TEXT, max_size=2).map(tuple)] * 2)
OUTCOMES = st.builds(
    Outcome, st.lists(FINDINGS, max_size=3).map(tuple), st.lists(SEEN, max_size=3).map(tuple)
)
WORDS = st.frozensets(TEXT, max_size=3)


@pytest.fixture(autouse=True)
def every_file_is_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "AT_ONCE", 100)


def count_units(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    checked: list[tuple[str, ...]] = []
    real = checker.check_unit

    def counting(unit: checker.Unit) -> Outcome:
        checked.append(tuple(path for path, _ in unit.sources))
        return real(unit)

    monkeypatch.setattr(checker, "check_unit", counting)
    return checked


@given(OUTCOMES)
def test_what_is_kept_comes_back(outcome: Outcome) -> None:
    assert outcome_of(outcome_text(outcome)) == outcome


@given(st.builds(Sketch, TEXT, WORDS, WORDS, WORDS))
def test_sketches_come_back(sketch: Sketch) -> None:
    assert sketch_of(sketch_text(sketch)) == sketch


@given(OUTCOMES, st.data())
def test_damage_is_noticed_or_harmless(outcome: Outcome, data: st.DataObject) -> None:
    """Whatever stands there, nothing is raised, and what comes back is an outcome."""
    value = json.loads(outcome_text(outcome))
    junk = data.draw(st.recursive(st.none() | st.booleans() | st.integers() | TEXT, st.lists))
    if value[0]:
        value[0][0][data.draw(st.integers(0, 8))] = junk
    else:
        value = junk
    found = outcome_of(json.dumps(value).encode())
    assert found is None or isinstance(found, Outcome)


def test_what_is_known_is_not_checked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = count_units(monkeypatch)
    texts = many()
    cold = check_sources(sources(texts), Setup(EVERYTHING, cache=Cache(tmp_path / "c")))
    assert len(checked) == 6
    checked.clear()
    assert check_sources(sources(texts), Setup(EVERYTHING, cache=Cache(tmp_path / "c"))) == cold
    assert checked == []
    texts["e/005.md"] += "\n[One more]{#more .claim}\n"
    found = check_sources(sources(texts), Setup(EVERYTHING, cache=Cache(tmp_path / "c")))
    assert checked == [("e/004.md", "e/005.md", "e/006.md", "e/007.md")]
    assert found == check_sources(sources(texts), Setup(EVERYTHING))


def test_what_the_rules_are_counts(tmp_path: Path) -> None:
    texts = many()
    fewer = select(Config(rules=RuleChoice(ignore=("AM2",), severity={"AM1": Severity.INFO})))
    for selection in (EVERYTHING, fewer, EVERYTHING):
        kept = check_sources(sources(texts), Setup(selection, cache=Cache(tmp_path / "c")))
        assert kept == check_sources(sources(texts), Setup(selection))
    for lang in ("en", "ko"):
        kept = check_sources(sources(texts), Setup(EVERYTHING, lang, cache=Cache(tmp_path / "c")))
        assert kept == check_sources(sources(texts), Setup(EVERYTHING, lang))


@pytest.mark.parametrize("damage", ["empty", "cut", "flipped", "binary", "folder"])
def test_a_damaged_entry_is_as_good_as_none(tmp_path: Path, damage: str) -> None:
    texts = many()
    cold = check_sources(sources(texts), Setup(EVERYTHING, cache=Cache(tmp_path / "c")))
    for file in (tmp_path / "c").glob("*/*/*"):
        content = file.read_bytes()
        if damage == "folder":
            file.unlink()
            file.mkdir()
            continue
        file.write_bytes(
            {
                "empty": b"",
                "cut": content[: len(content) // 2],
                "flipped": content[:-3] + bytes([content[-3] ^ 1]) + content[-2:],
                "binary": os.urandom(200),
            }[damage]
        )
    again = Cache(tmp_path / "c")
    assert check_sources(sources(texts), Setup(EVERYTHING, cache=again)) == cold


def test_another_version_has_entries_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "c")
    cache.put(digest(["x"]), b"found")
    assert Cache(tmp_path / "c").get(digest(["x"])) == b"found"
    monkeypatch.setattr("argmap.__version__", "99.0")
    assert Cache(tmp_path / "c").get(digest(["x"])) is None


@pytest.mark.parametrize("obstacle", ["file", "folder of the entry is a file"])
def test_a_cache_that_cannot_be_written_is_one_note(tmp_path: Path, obstacle: str) -> None:
    folder = tmp_path / "c"
    cache = Cache(folder)
    if obstacle == "file":
        folder.write_text("in the way")
    else:
        folder.mkdir()
        cache._entries.write_text("in the way")
    found = check_sources(sources(many()), Setup(EVERYTHING, cache=cache))
    assert found == check_sources(sources(many()), Setup(EVERYTHING))
    assert cache.note is not None
    assert cache.note.startswith(f"the cache {folder} cannot be written (")


def test_two_runs_at_once_share_it(tmp_path: Path) -> None:
    from threading import Thread

    texts = many()
    wanted = check_sources(sources(texts), Setup(EVERYTHING))
    found = []

    def run() -> None:
        cache = Cache(tmp_path / "c")
        found.append(check_sources(sources(texts), Setup(EVERYTHING, cache=cache)))

    threads = [Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [wanted] * 4
    assert not list((tmp_path / "c").glob("*/*/.*")), "nothing half-written is left"


def test_old_entries_go_and_nothing_else_does(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    cache = Cache(folder)
    cache.put(digest(["old"]), b"")
    cache.put(digest(["new"]), b"")
    past = time.time() - 40 * 24 * 3600
    kept = folder / "0123456789abcdef" / "ab" / "mine.md"
    kept.parent.mkdir(parents=True)
    kept.write_text("an essay in the wrong place")
    for file in (kept, cache._file(digest(["old"]))):
        os.utime(file, (past, past))
    cache = Cache(folder)
    cache.put(digest(["newer"]), b"")
    assert kept.exists()
    assert cache.get(digest(["old"])) is None
    assert cache.get(digest(["new"])) == b""
    assert (folder / ".gitignore").read_text() == "*\n"


def test_nothing_is_removed_behind_a_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    entry = elsewhere / "0123456789abcdef" / "ab" / ("0" * 30)
    entry.parent.mkdir(parents=True)
    entry.write_text("x")
    os.utime(entry, (0, 0))
    (tmp_path / "c").symlink_to(elsewhere, target_is_directory=True)
    Cache(tmp_path / "c").put(digest(["x"]), b"")
    assert entry.exists()
