"""What is remembered, for how long, and what a bad file does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argmap.online import Status
from argmap.online.link_cache import remember

DAY = 86400


def says(status: int):
    return lambda handler: handler.reply(status)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / ".argmap_cache" / "links.json"


def test_what_is_remembered_is_not_asked_again(web, file: Path) -> None:
    site = web.site({"/": says(200)})
    first = web.ask(site.url, site.url + "/gone", cache_file=file)
    asked = list(site.asked.lines)
    assert web.ask(site.url, site.url + "/gone", cache_file=file) == first
    assert site.asked.lines == asked


def test_live_links_are_remembered_for_days_and_dead_ones_for_an_hour(web, file: Path) -> None:
    site = web.site({"/": says(200)})
    urls = (site.url + "/", site.url + "/gone")
    web.ask(*urls, cache_file=file)

    def asked_after(seconds: float) -> set[str]:
        site.asked.lines.clear()
        web.now += seconds
        web.ask(*urls, cache_file=file)
        return {line.partition(" ")[2] for line in site.asked.lines}

    assert asked_after(3599) == set()
    assert asked_after(2) == {"/gone"}
    assert asked_after(7 * DAY - 3602) == {"/gone"}
    assert asked_after(2) == {"/"}
    assert asked_after(-10) == {"/", "/gone"}, "what was found in the future is not believed"


@pytest.mark.parametrize("status", [403, 429, 500])
def test_what_was_not_found_out_is_not_remembered(web, file: Path, status: int) -> None:
    site = web.site({"/": says(status)})
    web.ask(site.url, "ftp://a/", "http://skip.test/", cache_file=file, skip_hosts=("skip.*",))
    assert not file.exists()


def test_no_days_remember_nothing(web, file: Path) -> None:
    site = web.site({"/": says(200)})
    web.ask(site.url, site.url + "/gone", cache_file=file, cache_days=0)
    assert not file.exists()


def test_rules_hold_for_what_is_remembered(web, file: Path) -> None:
    """A run that may not go there does not learn what one that may has found."""
    site = web.site({"/": says(200)})
    web.ask(site.url, cache_file=file)
    assert web.ask_one(site.url, cache_file=file, allow_private=False).status is Status.REFUSED
    skipped = web.ask_one(site.url, cache_file=file, skip_hosts=("127.*",))
    assert skipped.status is Status.SKIPPED


def test_parts_are_remembered_apart_from_their_page(web, file: Path) -> None:
    site = web.site({"/": lambda handler: handler.html("<p id=a>")})
    web.ask(site.url + "/#nowhere", cache_file=file, anchors=False)
    assert web.ask_one(site.url + "/#nowhere", cache_file=file).part == "nowhere"
    assert web.ask_one(site.url + "/#nowhere", cache_file=file).part == "nowhere"
    assert web.ask_one(site.url + "/#a", cache_file=file).status is Status.OK
    assert web.ask_one(site.url + "/", cache_file=file).status is Status.OK
    assert site.asked.lines == ["HEAD /", "GET /", "GET /"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"null",
        b"[]",
        b'{"argmap_links": 1}',
        b'{"argmap_links": 1, "links": []}',
        b'{"argmap_links": 2, "links": {}}',
        b'{"argmap_links": 1, "links": {"URL": 5}}',
        b'{"argmap_links": 1, "links": {"URL": {"status": "ok"}}}',
        b'{"argmap_links": 1, "links": {"URL": {"status": "ok", "at": "now"}}}',
        b'{"argmap_links": 1, "links": {"URL": {"status": "ok", "at": 1e400}}}',
        b'{"argmap_links": 1, "links": {"URL": {"status": "well", "at": 1000000}}}',
        b'{"argmap_links": 1, "links": {"URL": {"status": "ok", "at": 1000000, "url": 3}}}',
        b"[" * 100_000,
        b'{"argmap_links": 1, "links"',
    ],
)
def test_damaged_file_is_begun_anew(web, file: Path, content: bytes) -> None:
    site = web.site({"/": says(200)})
    file.parent.mkdir()
    file.write_bytes(content.replace(b"URL", f"{site.url}/".encode()))
    assert web.ask_one(site.url, cache_file=file).status is Status.OK
    assert site.asked.lines == ["HEAD /"]
    assert web.notes == []
    assert json.loads(file.read_text(encoding="utf-8"))["argmap_links"] == 1


def test_file_that_cannot_be_written_is_told_and_nothing_else(web, tmp_path: Path) -> None:
    site = web.site({"/": says(200)})
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    assert web.ask_one(site.url, cache_file=in_the_way / "links.json").status is Status.OK
    assert len(web.notes) == 1
    assert web.notes[0].startswith("what was found of links is not remembered: cannot write")
    assert "choose" not in web.notes[0]


def test_file_that_cannot_be_read_is_none(web, file: Path) -> None:
    file.mkdir(parents=True)
    site = web.site({"/": says(200)})
    assert web.ask_one(site.url, cache_file=file).status is Status.OK
    assert len(web.notes) == 1


def test_two_runs_at_once_lose_nothing(web, file: Path) -> None:
    """The second ends, and writes, while the first is still asking."""

    def page(handler) -> None:
        web.ask(site.url + "/inner", cache_file=file)
        handler.reply(200)

    site = web.site({"/outer": page, "/inner": says(200)})
    web.ask(site.url + "/outer", cache_file=file)
    site.asked.lines.clear()
    web.ask(site.url + "/outer", site.url + "/inner", cache_file=file)
    assert site.asked.lines == []


def test_what_is_too_old_leaves_the_file(web, file: Path) -> None:
    site = web.site({"/": says(200)})
    web.ask(site.url + "/?old", cache_file=file)
    web.now += 8 * DAY
    web.ask(site.url + "/?new", cache_file=file)
    links = json.loads(file.read_text(encoding="utf-8"))["links"]
    assert list(links) == [site.url + "/?new"]


def test_same_findings_are_the_same_bytes(web, file: Path) -> None:
    site = web.site({"/": says(200)})
    urls = [f"{site.url}/?{n}" for n in range(5)]
    verdicts = dict(zip(urls, web.ask(*urls), strict=True))
    remember(verdicts, web.settings(cache_file=file))
    first = file.read_bytes()
    file.unlink()
    remember(dict(reversed(verdicts.items())), web.settings(cache_file=file))
    assert file.read_bytes() == first
    assert b"\r" not in first
