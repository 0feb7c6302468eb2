"""One browser for all tests that need one: Debian's Chromium, or whatever CHROMIUM names."""

from __future__ import annotations

import os
import shutil

import pytest

from tests.page.making import make
from tests.page.waiting import drawn

NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def pages(tmp_path_factory):
    """A page of each kind, as files."""
    return make(tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="module")
def browser():
    """Start a browser for one module: while it runs, no other test of the process can use asyncio."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: the page is not tried"
    )
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip("there is no Chromium on this machine: the page is not tried in a browser")
    with playwright.sync_playwright() as player:
        # The pages are our own, and CI runs as root, where Chromium has no sandbox.
        browser = player.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


class Watched:
    """A tab of the browser, and all that a page must not do in it."""

    def __init__(self, context) -> None:
        self.page = context.new_page()
        self.faults: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.faults.append(message.text))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("dialog", self._refuse)
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.set_default_timeout(20_000)

    def _refuse(self, dialog) -> None:
        self.faults.append(dialog.message)
        dialog.dismiss()


@pytest.fixture(scope="module")
def tab(browser):
    context = browser.new_context(reduced_motion="reduce")
    yield Watched(context)
    context.close()


@pytest.fixture
def opened(tab):
    """Open a page: ``opened(file, width=…, height=…, scheme=…, fragment=…)``.

    Afterwards nothing may have been written to the console or asked of a host.
    """
    tab.faults.clear()
    tab.requests.clear()

    def open_(address, *, width=1400, height=900, scheme="light", fragment=""):
        page = tab.page
        page.goto("about:blank")
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(media="screen", color_scheme=scheme)
        url = address if isinstance(address, str) else address.as_uri()
        page.goto(url + (f"#{fragment}" if fragment else ""))
        page.wait_for_selector("html[data-ready]")
        drawn(page)
        return page

    yield open_
    tab.page.goto("about:blank")
    assert tab.faults == []
    own = ("file:", "data:", "about:", "http://127.0.0.1:")
    assert [url for url in tab.requests if not url.startswith(own)] == []


@pytest.fixture
def served():
    """A server of a page, which shows what is put on its board."""
    from argmap.rendering.page.document import content_policy
    from argmap.serving import Board, listen

    server = listen("127.0.0.1", 0, Board(), content_policy(live=True))
    server.start()
    yield server
    server.stop()
