"""Take the README's pictures of the page: ``python docs/pictures/take.py``.

It needs ``argmap[test]``, Pillow and a Chromium (``CHROMIUM`` may name one). Two Chromiums do not
draw the same bytes, so no test compares them: take them anew when the page comes to look otherwise.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
ESSAYS = HERE.parents[1] / "essays"
BEAR, BULL = (
    str(ESSAYS / work / "en.md") for work in ("subprime-ai-crisis", "openai-dangerous-gamble")
)
PAGES = {
    "map": ["map", BEAR],
    "ko": ["map", str(ESSAYS / "subprime-ai-crisis" / "ko.md")],
    "contrast": ["contrast", BEAR, BULL, "--debate", str(ESSAYS / "debate.md")],
}
SHOTS = {
    # name: page, width and height in pixels, view
    "page": ("map", 1440, 900, "#s=prices-must-rise"),
    "contrast": ("contrast", 1440, 900, "#item=1"),
    "phone": ("ko", 390, 844, "#s=prices-must-rise"),
}


def main() -> None:
    """Make the pages, and a picture of each."""
    browser = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as player:
        for name, arguments in PAGES.items():
            command = [sys.executable, "-m", "argmap", *arguments, "-o", f"{folder}/{name}.html"]
            subprocess.run(command, check=True, cwd=HERE.parents[1])
        chromium = player.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for name, (page_name, width, height, view) in SHOTS.items():
            page = chromium.new_page(viewport={"width": width, "height": height})
            page.goto(f"file://{folder}/{page_name}.html{view}")
            page.wait_for_selector("html[data-ready]")
            page.wait_for_timeout(1000)
            page.screenshot(path=HERE / f"{name}.png")
            page.close()
            picture = Image.open(HERE / f"{name}.png").convert("RGB")
            picture.quantize(128, dither=Image.Dither.NONE).save(
                HERE / f"{name}.png", optimize=True
            )


if __name__ == "__main__":
    main()
