"""Politeness and limits: how many at once, how often, and what is asked twice."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Barrier, BrokenBarrierError

import pytest
from web_server import Handler, Site

from argmap.errors import ArgmapError
from argmap.online import Settings, Status, Verdict, probe, summary

ROOT = Path(__file__).parents[2]


def many(web, count: int, together: int) -> Site:
    """A site whose pages answer when ``together`` of them are being asked for, and a bit later."""
    barrier = Barrier(together)

    def page(handler: Handler) -> None:
        try:
            barrier.wait(20)
        except BrokenBarrierError:
            handler.reply(403)
        else:
            handler.over.wait(0.02)
            handler.reply(200)

    return web.site({f"/{number}": page for number in range(count)})


def spread(site: Site, count: int, hosts: int) -> list[str]:
    """Links to the pages of a site, under several names for this machine."""
    return [f"http://h{n % hosts}.example.org:{site.port}/{n}" for n in range(count)]


async def here(host: str, port: int) -> list[str]:
    return ["127.0.0.1"]


def test_no_more_at_once_than_jobs(web) -> None:
    site = many(web, 12, together=3)
    around = {"resolve": here}
    verdicts = web.ask(*spread(site, 12, hosts=12), jobs=3, per_host=9, surroundings=around)
    assert {verdict.status for verdict in verdicts} == {Status.OK}
    assert site.asked.most_at_once == 3


def test_no_more_at_once_of_one_host(web) -> None:
    site = many(web, 8, together=2)
    web.ask(*(f"{site.url}/{n}" for n in range(8)), jobs=8, per_host=2)
    assert site.asked.most_at_once == 2


def test_hosts_do_not_wait_for_each_other(web) -> None:
    site = many(web, 8, together=8)
    web.ask(*spread(site, 8, hosts=4), jobs=8, per_host=2, surroundings={"resolve": here})
    assert site.asked.most_at_once == 8


def test_requests_to_one_host_are_spaced_and_to_others_not(web) -> None:
    site = web.site({f"/{n}": lambda handler: handler.reply(200) for n in range(3)})
    around = {"resolve": here}
    web.ask(*(f"{site.url}/{n}" for n in range(3)), pause=0.5)
    assert web.waits == [0.5, 1.0], "on a clock that stands, each begins half a second later"
    web.waits.clear()
    web.ask(*spread(site, 3, hosts=3), pause=0.5, surroundings=around)
    assert web.waits == []


def test_host_that_has_had_enough_is_left_alone_by_all(web) -> None:
    answers = iter([429, 200, 200])
    site = web.site({n: lambda h: h.reply(next(answers), Retry_After="9") for n in ("/a", "/b")})
    web.ask(site.url + "/a", site.url + "/b", per_host=1)
    assert web.waits == [9.0, 9.0], "the other page waits too"


def test_host_that_stays_silent_is_given_up(web) -> None:
    tried: list[str] = []

    async def resolve(host: str, port: int) -> list[str]:
        tried.append(host)
        if host == "silent.test":
            raise OSError("no such host")
        return ["127.0.0.1"]

    site = web.site({f"/{n}": lambda handler: handler.reply(200) for n in range(3)})
    silent = [f"http://silent.test/{n}" for n in range(9)]
    others = [f"http://other.test:{site.port}/{n}" for n in range(3)]
    around = {"resolve": resolve}
    verdicts = web.ask(*silent, *others, per_host=1, retries=1, patience=3, surroundings=around)
    assert {verdict.status for verdict in verdicts[:9]} == {Status.UNKNOWN}
    assert {verdict.status for verdict in verdicts[9:]} == {Status.OK}
    # Retries take turns with the other pages, so that a few more than three have begun.
    assert 3 * 2 <= tried.count("silent.test") < 9 * 2


def test_each_link_is_asked_for_once_and_answered_in_order(web) -> None:
    site = web.site({"/a": lambda handler: handler.reply(200)})
    urls = [site.url + "/a", site.url + "/gone", site.url + "/a", "ftp://a/", site.url + "/gone"]
    verdicts = probe(urls, web.settings())
    assert list(verdicts) == [site.url + "/a", site.url + "/gone", "ftp://a/"]
    assert sorted(site.asked.lines) == ["GET /gone", "HEAD /a", "HEAD /gone"]


def test_spellings_of_one_page_are_one_question(web) -> None:
    site = web.site({"/": lambda handler: handler.reply(200)})
    urls = [site.url, site.url + "/", site.url + "/#top", site.url.replace("http", "HTTP")]
    assert {one.status for one in probe(urls, web.settings()).values()} == {Status.OK}
    assert site.asked.lines == ["HEAD /"]


def test_nothing_to_ask_needs_nothing() -> None:
    assert probe([], Settings()) == {}


def test_progress_ends_at_the_number_of_links(web) -> None:
    site = web.site({"/": lambda handler: handler.reply(200)})
    seen: list[tuple[int, int]] = []
    urls = [f"{site.url}/?{n}" for n in range(4)] + ["ftp://a/", f"{site.url}/?0#top"]
    probe(urls, web.settings(per_host=2), progress=lambda done, total: seen.append((done, total)))
    assert seen[0] == (1, 6)
    assert seen[-1] == (6, 6)
    assert seen == sorted(seen)


def test_what_a_callback_raises_ends_the_run_as_it_is(web) -> None:
    def stop(done: int, total: int) -> None:
        if done:
            raise ArgmapError("enough")

    site = web.site({"/": lambda handler: handler.reply(200)})
    with pytest.raises(ArgmapError, match=r"^enough$"):
        probe([f"{site.url}/?{n}" for n in range(4)], web.settings(), progress=stop)


def test_proxies_of_the_environment_are_not_used(web, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy would look the name up itself, and connect where it likes."""
    proxy = web.site({})
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, proxy.url)
    site = web.site({"/": lambda handler: handler.reply(200)})
    assert web.ask_one(site.url).status is Status.OK
    assert proxy.asked.lines == []


@pytest.mark.parametrize("module", ["httpcore", "anyio", "idna"])
def test_missing_extra_is_named(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ArgmapError, match=r'pip install "argmap\[online\]"'):
        probe(["https://example.org/"], Settings())


def test_importing_costs_nothing_heavy() -> None:
    code = (
        "import argmap.online, argmap.rules.evidence.dead_link, sys;"
        "print([m for m in ('httpcore', 'anyio', 'asyncio', 'idna', 'ssl') if m in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("jobs", 0),
        ("per_host", 0),
        ("timeout", 0),
        ("timeout", float("nan")),
        ("timeout", float("inf")),
        ("retries", -1),
        ("pause", -0.1),
        ("max_redirects", -1),
        ("user_agent", "a\r\nEvil: yes"),
        ("user_agent", "글"),
    ],
)
def test_settings_without_sense_are_refused(option: str, value: object) -> None:
    with pytest.raises(ArgmapError, match=rf"^online: {option.replace('_', '-')} must be"):
        Settings(**{option: value})


def test_summary_counts() -> None:
    ok, dead, unknown = (Verdict(s) for s in (Status.OK, Status.DEAD, Status.UNKNOWN))
    assert summary([]) == "0 links"
    assert summary([ok]) == "1 link: 1 live"
    assert summary([unknown, ok, dead, ok]) == "4 links: 2 live, 1 dead, 1 unknown"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
@pytest.mark.parametrize("where", ["a page", "a name"])
def test_interrupt_stops_at_once_and_keeps_what_was_found(web, where: str, tmp_path: Path) -> None:
    """A name server that does not answer holds up a thread, which is not waited for."""
    site = web.site({"/": lambda h: h.reply(200), "/slow": lambda h: h.over.wait(60)})
    file = tmp_path / "links.json"
    slow = f"{site.url}/slow" if where == "a page" else "http://slow.test/"
    code = f"""
import os, signal, socket, threading, time
from pathlib import Path
from argmap.online import Settings, probe
real = socket.getaddrinfo
def look_up(host, *rest, **more):
    return time.sleep(60) if host == "slow.test" else real(host, *rest, **more)
socket.getaddrinfo = look_up
def stop(done, total):
    if done == 1:
        threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT)).start()
settings = Settings(allow_private=True, cache_file=Path({str(file)!r}), pause=0)
try:
    probe([{site.url!r}, {slow!r}], settings, progress=stop)
except KeyboardInterrupt:
    print("stopped")
"""
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=30, cwd=ROOT
    )
    assert (run.stdout, run.stderr, run.returncode) == ("stopped\n", "", 0)
    assert site.url in file.read_text(encoding="utf-8")
