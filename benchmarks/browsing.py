"""How long the page takes in a browser until it can be used, against the seconds that it may take."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from statistics import median

from benchmarks.essays import essay
from benchmarks.timing import Comparison, Workshop

_BUDGETS = {500: 1.0, 2_000: 3.0}
"""Statements, and the seconds from the page's opening until it shows what was chosen."""
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_USE = """() => new Promise((resolve) => {
    const first = performance.now();
    page.choose(Math.floor(statements.length / 2));
    requestAnimationFrame(() => requestAnimationFrame(() => {
        const shown = performance.now();
        document.getElementById("search").value = "trade";
        document.getElementById("search").dispatchEvent(new Event("input"));
        requestAnimationFrame(() => requestAnimationFrame(() =>
            resolve([shown, shown - first, performance.now() - shown])));
    }));
})"""
"""Choose one in the middle, then search; the clock of a page starts with its navigation."""


def browsing(shop: Workshop, quick: bool) -> Iterator[Comparison]:
    """Open pages in headless Chromium; nothing where there is none, or no playwright."""
    browser = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _BROWSERS)), None)
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        return
    if browser is None:
        return
    with sync_playwright() as player:
        chromium = player.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for statements, budget in _BUDGETS.items():
            name = shop.write(f"page-{statements}.md", essay(statements=statements))
            shop.run([*shop.argmap, "map", name, "-o", f"page-{statements}.html"])
            taken = []
            for _ in range(2 if quick else 6):
                page = chromium.new_page(viewport={"width": 1400, "height": 900})
                page.goto((shop.folder / f"page-{statements}.html").as_uri(), wait_until="commit")
                page.wait_for_selector("html[data-ready]", timeout=60_000)
                taken.append(page.evaluate(_USE))
                page.close()
            choosing, searching = (median(each[part] for each in taken) for part in (1, 2))
            yield Comparison(
                f"page of {statements:,} statements : its {budget:.0f} s",
                [each[0] / 1000 for each in taken[1:]],
                [budget],
                1,
                note=f"A page of {statements:,}: {choosing:.0f} ms to show a choice, "
                f"{searching:.0f} ms a search.",
            )
        chromium.close()
