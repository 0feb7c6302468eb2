"""Firefox and WebKitGTK, driven with the standard library alone: two ways to say the same commands.

Firefox listens for Marionette, which is JSON over a socket
(https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html); WebKitGTK's driver
speaks WebDriver (https://www.w3.org/TR/webdriver2/). Both know the same commands and parameters.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

PATIENCE = 60
"""Seconds until a browser is said not to start or to answer."""
_NAMES = {
    "navigate": ("WebDriver:Navigate", "/url"),
    "run": ("WebDriver:ExecuteScript", "/execute/sync"),
    "act": ("WebDriver:PerformActions", "/actions"),
    "size": ("WebDriver:SetWindowRect", "/window/rect"),
}
"""Commands as Marionette and as WebDriver call them."""
_PREFERENCES = {
    "marionette.port": 0,
    "remote.prefs.recommended": True,
    "ui.prefersReducedMotion": 1,
    "network.proxy.type": 0,
    "browser.shell.checkDefaultBrowser": False,
    "app.update.disabledForTesting": True,
}
"""A Firefox that says nothing, asks nothing of a host, and does not glide."""


class RefusedError(Exception):
    """What a browser says to a command that it cannot do; a script that fails among them."""


def started(command: list[str], folder: Path, **environment: str) -> subprocess.Popen[bytes]:
    """Start a program in a group of its own, at home in ``folder``."""
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env={**os.environ, "HOME": str(folder), **environment},
            start_new_session=True,
        )


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a program and all that it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(5)


def soon(ask: Callable[[], Any], what: str, seconds: float = PATIENCE) -> Any:
    """Ask again and again until there is an answer."""
    end = time.monotonic() + seconds
    while True:
        with contextlib.suppress(OSError, ValueError, RefusedError):
            if answer := ask():
                return answer
        assert time.monotonic() < end, f"not within {seconds} seconds: {what}"
        time.sleep(0.03)


class Firefox:
    """Debian's Firefox, without a window."""

    def __init__(self, folder: Path) -> None:
        rows = (f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in _PREFERENCES.items())
        (folder / "user.js").write_text("\n".join(rows))
        command = ["--headless", "--marionette", "--no-remote", "--profile", str(folder)]
        self.process = started([self.program(), *command, "about:blank"], folder)
        self.count = 0
        try:
            active = folder / "MarionetteActivePort"
            port = soon(lambda: int(active.read_text()), "Firefox")
            self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
            self.answers = self.socket.makefile("rb")
            self._answer()  # which says who it is
            self._ask("WebDriver:NewSession", {})
        except BaseException:
            self.close()
            raise

    @staticmethod
    def program() -> str:
        return shutil.which("firefox-esr") or shutil.which("firefox") or ""

    @classmethod
    def lacks(cls) -> str:
        return "" if cls.program() else "Firefox"

    def _answer(self) -> Any:
        size = b""
        while (digit := self.answers.read(1)) not in (b":", b""):
            size += digit
        return json.loads(self.answers.read(int(size)))

    def _ask(self, command: str, parameters: dict[str, Any]) -> Any:
        self.count += 1
        message = json.dumps([0, self.count, command, parameters]).encode()
        self.socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._answer()
        if error:
            raise RefusedError(error["message"])
        return result.get("value")

    def send(self, name: str, **parameters: Any) -> Any:
        return self._ask(_NAMES[name][0], parameters)

    def close(self) -> None:
        if hasattr(self, "socket"):
            self.socket.close()
        stop(self.process)


class WebKit:
    """WebKitGTK's MiniBrowser, on a screen that there is or on one of its own."""

    def __init__(self, folder: Path) -> None:
        self.processes: list[subprocess.Popen[bytes]] = []
        try:
            environment = {} if os.environ.get("DISPLAY") else {"DISPLAY": self._screen(folder)}
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                port = free.getsockname()[1]
            self.address = f"http://127.0.0.1:{port}"
            # Its sandbox needs rights that a container's root has not; the pages are our own.
            environment["WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS"] = "1"
            command = ["WebKitWebDriver", f"--port={port}", "--host=127.0.0.1"]
            self.processes.append(started(command, folder, **environment))
            soon(lambda: self._ask("GET", "/status"), "WebKitWebDriver")
            options = {"binary": self.program(), "args": ["--automation"]}
            wanted = {"pageLoadStrategy": "none", "webkitgtk:browserOptions": options}
            session = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
            self.address += f"/session/{session['sessionId']}"
        except BaseException:
            self.close()
            raise

    @staticmethod
    def program() -> str:
        found = sorted(Path("/usr").glob("lib*/**/webkit2gtk-4.*/MiniBrowser"))
        return str(found[-1]) if found else ""

    @classmethod
    def lacks(cls) -> str:
        if not (shutil.which("WebKitWebDriver") and cls.program()):
            return "WebKitGTK's driver"
        return "" if os.environ.get("DISPLAY") or shutil.which("Xvfb") else "screen, nor Xvfb"

    def _screen(self, folder: Path) -> str:
        said = folder / "screen"
        command = 'exec Xvfb -displayfd 1 -screen 0 1600x1200x24 -nolisten tcp >"$0"'
        self.processes.append(started(["sh", "-c", command, str(said)], folder))
        return f":{soon(lambda: said.read_text().strip(), 'Xvfb')}"

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if method == "GET" else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data, method=method)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RefusedError(json.load(error)["value"].get("message")) from None

    def send(self, name: str, **parameters: Any) -> Any:
        return self._ask("POST", _NAMES[name][1], parameters)

    def close(self) -> None:
        for process in reversed(self.processes):
            stop(process)


ENGINES = {"firefox": Firefox, "webkit": WebKit}
