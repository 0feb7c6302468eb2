"""A tab of any engine: what a reader does in it, and what it must not do."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import Any

from tests.page.other_engines.driving import Firefox, WebKit, soon

_WATCH = """addEventListener("error", ({ message }) => watched.push(message));
addEventListener("unhandledrejection", ({ reason }) => watched.push(String(reason)));
addEventListener("securitypolicyviolation", ({ blockedURI }) => watched.push(`refused: ${blockedURI}`));
const watched = (window.watched = []);"""
_HASH = f"'sha256-{b64encode(sha256(_WATCH.encode()).digest()).decode()}' "
_HELP = """const one = (css) => document.querySelector(css);
const all = (css) => [...document.querySelectorAll(css)];
const named = () => JSON.parse(one("#data").textContent).statements.map((each) => each.name);
const names = (css) => [...new Set(all(css).map((each) => named()[each.dataset.s]))].sort();
const box = (name) => one(`svg [data-s="${named().indexOf(name)}"]`);
const middle = (own) => { const { left, top, width, height } = own.getBoundingClientRect();
    return [Math.round(left + width / 2), Math.round(top + height / 2), width]; };
"""
KEYS = {
    "Shift": "\ue008",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Tab": "\ue004",
    "ArrowLeft": "\ue012",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
    "PageDown": "\ue00f",
    "PageUp": "\ue00e",
}
"""Keys by the letters that WebDriver has for them."""


def watched(page: bytes) -> bytes:
    """Return a page that writes down what goes wrong in it, from its first script on."""
    text = page.decode().replace("script-src ", f"script-src {_HASH}", 1)
    return text.replace("<style>", f"<script>{_WATCH}</script><style>", 1).encode()


def allowing(policy: str) -> str:
    """Return a policy that allows that script, too."""
    return policy.replace("script-src ", f"script-src {_HASH}", 1)


class Tab:
    """What a reader does, and sees, in terms of the page."""

    def __init__(self, engine: Firefox | WebKit) -> None:
        self.engine = engine

    def run(self, script: str, *arguments: Any) -> Any:
        return self.engine.send("run", script=_HELP + script, args=list(arguments))

    def ask(self, expression: str, *arguments: Any) -> Any:
        return self.run(f"return {expression};", *arguments)

    def until(self, expression: str) -> None:
        soon(lambda: self.ask(expression), expression, 20)

    def open(self, address: str) -> None:
        self.engine.send("navigate", url="about:blank")
        self.until("location.href === 'about:blank'")
        self.engine.send("navigate", url=address)
        self.until("one('html[data-ready]') !== null")

    def size(self, width: int, height: int) -> None:
        """Ask for a window of a size; its frame may take some of that."""
        self.engine.send("size", width=width, height=height)
        self.until(f"Math.abs(innerWidth - {width}) < 80 && innerHeight > {height} - 300")

    def click(self, css: str) -> None:
        self.drag(self.ask(f"middle(one(`{css}`))"))

    def box(self, name: str) -> list[float]:
        """Where the middle of a box is, once it is drawn, and how wide it is."""
        self.until(f"middle(box('{name}'))[2] > 0")
        return self.ask(f"middle(box('{name}'))")

    def drag(self, *points: list[float], touching: str = "mouse") -> None:
        moves = [
            {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 20 if place else 0}
            for place, (x, y, *_) in enumerate(points)
        ]
        first, *rest = moves
        down, up = ({"type": f"pointer{way}", "button": 0} for way in ("Down", "Up"))
        kind = {"pointerType": touching}
        pointer = {"type": "pointer", "id": touching, "parameters": kind}
        self.engine.send("act", actions=[{**pointer, "actions": [first, down, *rest, up]}])

    def wheel(self, x: float, y: float, turn: int) -> None:
        act = {"type": "scroll", "x": round(x), "y": round(y), "deltaX": 0, "deltaY": turn}
        act |= {"duration": 0, "origin": "viewport"}
        self.engine.send("act", actions=[{"type": "wheel", "id": "wheel", "actions": [act]}])

    def press(self, *keys: str) -> None:
        """Press keys one after another; ``Shift+a`` holds one down."""
        acts = []
        for each in keys:
            *held, key = [KEYS.get(part, part) for part in each.split("+")] if each != "+" else "+"
            acts += [{"type": "keyDown", "value": one} for one in (*held, key)]
            acts += [{"type": "keyUp", "value": one} for one in (key, *held)]
        self.engine.send("act", actions=[{"type": "key", "id": "keys", "actions": acts}])

    def until_chosen(self, name: str) -> None:
        self.until(f"(one('#detail dl') ? all('#detail dd').at(-1).textContent : '') === '{name}'")

    @property
    def fragment(self) -> str:
        return self.ask("decodeURIComponent(location.hash.slice(1))")
