"""Checking in groups finds what checking all at once finds, whatever the pool and the cache."""

from __future__ import annotations

import random
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.checking import checker
from argmap.checking.cache import Cache
from argmap.checking.checker import Setup, check_sources
from argmap.checking.groups import Groups, join_all
from argmap.checking.pool import processes
from argmap.checking.sketch import sketch
from argmap.graph import ArgumentGraph
from argmap.model import Finding
from argmap.project import read_essays
from argmap.rules.run import check
from argmap.rules.selection import EVERYTHING
from argmap.sources import Sources

WORKS = ["a", "b", "c", "ideen-über", "서울", "debate"]
QUESTIONS = ["money", "trust", "q1"]


@st.composite
def essays(draw: st.DrawFn) -> str:
    """An essay that may name other works, ask questions, and speak to others'."""
    work, lang = draw(st.sampled_from(WORKS)), draw(st.sampled_from(["en", "ko"]))
    head = draw(
        st.sampled_from(
            [
                f"---\nid: {work}\nlang: {lang}\n---\n\n",
                f'---\nlang: {lang}\n"id": "{work}"\n---\n\n',
                f"---\nid: >-\n  {work}\nlang: {lang}\n---\n\n",
                "",
            ]
        )
    )
    target = st.one_of(
        st.sampled_from(["one", "two"]),
        st.builds(
            lambda w, at, i: f"{w}{at}:{i}",
            st.sampled_from([*WORKS, "b\\_c"]),
            st.sampled_from(["", "@en", "@ko"]),
            st.sampled_from(["one", "two", *QUESTIONS]),
        ),
    )
    parts = []
    for name in draw(
        st.lists(st.sampled_from(["one", "two", *QUESTIONS]), unique=True, max_size=4)
    ):
        if name in QUESTIONS:
            parts.append(f"[What of {name}?]{{#{name} .question}}")
            continue
        link = draw(st.sampled_from(["supports", "attacks", "restates", "answers"]))
        on = draw(
            st.sampled_from(["", "on=money", 'on="trust monye"', "on=q1", "on=b:q1", 'on = "q1'])
        )
        kind = draw(
            st.sampled_from([".claim .thesis", ".premise", ".rebuttal", ".evidence source=X"])
        )
        parts.append(f"[Words {name}]{{#{name} {kind} {link}={draw(target)} {on}}}")
    if draw(st.booleans()):
        parts.append(f"## Heading {{on={draw(st.sampled_from(QUESTIONS))}}}\n\n[More]{{.claim}}")
    if draw(st.booleans()):
        parts.append(f"[Why]{{from={draw(target)} attacks={draw(target)}}}")
    return head + "\n\n".join(parts) + "\n"


def sources(texts: dict[str, str], named: set[str] | None = None) -> Sources:
    contents = {path: text.encode() for path, text in texts.items()}
    sizes = {path: len(content) for path, content in contents.items()}
    return Sources({}, sizes, frozenset(named or texts), contents)


def told(findings: list[Finding]) -> list[tuple[object, ...]]:
    """What must be the same: all but what may have been meant, which more essays tell better."""
    return [(f.path, f.range, f.code, f.severity, f.message, f.subject) for f in findings]


def whole(texts: dict[str, str]) -> list[Finding]:
    return check(ArgumentGraph.build(read_essays(sources(texts), "en")))


@settings(max_examples=20)
@given(st.lists(essays(), min_size=1, max_size=7))
def test_groups_find_what_the_whole_finds(written: list[str]) -> None:
    texts = {f"{number}.md": text for number, text in enumerate(written)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checker, "AT_ONCE", -1)
        result = check_sources(sources(texts), Setup(EVERYTHING))
    assert told(result.findings) == told(whole(texts))
    assert len(result.seen) == len(texts)


@given(st.lists(essays(), min_size=2, max_size=6), st.integers(0, 5))
def test_findings_of_named_files_do_not_need_the_unrelated(written: list[str], one: int) -> None:
    texts = {f"{number}.md": text for number, text in enumerate(written)}
    path = f"{one % len(written)}.md"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checker, "AT_ONCE", -1)
        result = check_sources(sources(texts, {path}), Setup(EVERYTHING))
    assert told(result.findings) == told([f for f in whole(texts) if f.path == path])


def test_what_has_nothing_to_do_with_each_other_is_apart() -> None:
    texts = {
        "a.md": "---\nid: a\n---\n\n[A]{#x .claim on=money} at 10:30, see https://example.org.\n",
        "b.md": "---\nid: b\n---\n\n[B]{#x .claim on=money supports=c:x}.\n",
        "c.md": "---\nid: c\n---\n\n[C]{#x .claim}.\n",
        "ko.md": "---\nid: a\nlang: ko\n---\n\n[A]{#x .claim}.\n",
    }
    groups = Groups()
    join_all(groups, {path: sketch(text.encode(), path) for path, text in texts.items()})
    assert groups.all() == [("a.md", "ko.md"), ("b.md", "c.md")]
    texts["debate.md"] = "[What of the money?]{#money .question}\n"
    groups = Groups()
    join_all(groups, {path: sketch(text.encode(), path) for path, text in texts.items()})
    assert len(groups.all()) == 1


def many(count: int = 24) -> dict[str, str]:
    """Essays that have findings, some of them joined."""
    made = {}
    for number in range(count):
        other = number - number % 4
        made[f"e/{number:03}.md"] = (
            f"---\nid: w{number}\n---\n\n[Claim {number}]{{#a .claim .thesis}}, for "
            f"[words]{{#b .premise supports=w{other}:a}} and [more]{{#c .premise supports=tee}}.\n"
        )
    return made


@pytest.mark.parametrize("kind", ["processes", "threads", "own"])
def test_any_pool_finds_the_same(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "AT_ONCE", 100)
    texts = many()
    alone = check_sources(sources(texts), Setup(EVERYTHING))
    assert told(alone.findings) == told(whole(texts))
    pool: Executor
    if kind == "processes":
        setup = Setup(EVERYTHING, pool=processes(2))
    else:
        pool = ThreadPoolExecutor(2) if kind == "threads" else ProcessPoolExecutor(2)
        setup = Setup(EVERYTHING, pool=lambda: nullcontext(pool))
    assert check_sources(sources(texts), setup) == alone
    if kind != "processes":
        assert pool.submit(int, "3").result() == 3, "a pool that was handed in stays open"
        pool.shutdown()


def test_a_large_group_is_read_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "AT_ONCE", 100)
    texts = many()
    texts["debate.md"] = "".join(f"[x]{{from=w{n}:a attacks=w{n + 1}:a}}\n\n" for n in range(23))
    alone = check_sources(sources(texts), Setup(EVERYTHING))
    assert check_sources(sources(texts), Setup(EVERYTHING, pool=processes(2))) == alone
    assert told(alone.findings) == told(whole(texts))


def test_progress_counts_every_file_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(checker, "AT_ONCE", 100)
    texts = many()
    steps: list[tuple[int, int]] = []
    setup = Setup(EVERYTHING, cache=Cache(tmp_path / "cache"))
    setup = replace(setup, progress=lambda done, total: steps.append((done, total)))
    for _ in ("cold", "warm"):
        steps.clear()
        check_sources(sources(texts), setup)
        assert steps[-1] == (24, 24)
        assert [done for done, _ in steps] == sorted({done for done, _ in steps})


def test_shuffled_files_give_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "AT_ONCE", 100)
    texts = many()
    items = list(texts.items())
    random.Random(3).shuffle(items)
    one = check_sources(sources(dict(items)), Setup(EVERYTHING))
    assert one == check_sources(sources(texts), Setup(EVERYTHING))
