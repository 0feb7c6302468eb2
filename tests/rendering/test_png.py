"""PNG: with nothing but the engine for Latin text, and never with letters left out in silence."""

from __future__ import annotations

import struct
import sys
import types

import pytest

from argmap.rendering import draw_dot, render
from argmap.rendering.png import PngError
from tests.graph.handmade import graph

LATIN = "t claim.thesis text='Tiếng Việt, Ελληνικά, русский – “naïve” €5'\na premise supports=t"
KOREAN = "t claim.thesis text='수익으로 가는 길이 없다'\na premise supports=t"


def pixels(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def resvg(monkeypatch, draws) -> list[dict]:
    """Put a stand-in for resvg in place; ``draws`` tells what it makes of an SVG."""
    asked = []

    def svg_to_bytes(*, svg_string, dpi, zoom):
        asked.append({"svg": svg_string, "dpi": dpi, "zoom": zoom})
        return list(draws(svg_string))

    module = types.SimpleNamespace(svg_to_bytes=svg_to_bytes)
    monkeypatch.setitem(sys.modules, "resvg_py", module)
    return asked


def test_latin_text_needs_nothing_but_the_engine(monkeypatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    monkeypatch.setenv("PATH", "")
    width, height = pixels(render(graph(LATIN), "png", dpi=72))
    twice = pixels(render(graph(LATIN), "png", dpi=144))
    assert twice == (pytest.approx(2 * width, abs=2), pytest.approx(2 * height, abs=2))


def test_a_sign_that_is_no_letter_is_no_obstacle(monkeypatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    assert pixels(render(graph("t claim text='⇒ 🎉 ☃ 「」'"), "png"))


def test_korean_without_resvg_says_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(PngError, match=r"Korean text.*pip install 'argmap\[png\]'.*SVG") as raised:
        render(graph(KOREAN), "png")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("沒有盈利的路", "Chinese or Japanese"),
        ("ひらがな", "Japanese"),
        ("لا طريق إلى الربح", "Arabic"),
        ("हिन्दी", "Devanagari"),
    ],
)
def test_the_script_is_named(monkeypatch, text, script):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(PngError, match=f"the map has {script} text"):
        render(graph(f"t claim text='{text}'"), "png")


def test_a_machine_without_the_font_is_told_so(monkeypatch):
    """Resvg draws nothing, and says nothing, for a letter that no font has."""
    resvg(monkeypatch, lambda svg: b"an empty picture")
    with pytest.raises(PngError, match="no font for Korean text was found"):
        render(graph(KOREAN), "png")


def test_an_empty_box_for_the_letter_is_not_taken_for_it(monkeypatch):
    resvg(monkeypatch, lambda svg: b"blank" if "> </text>" in svg else b"an empty box")
    with pytest.raises(PngError, match="no font for Korean text was found"):
        render(graph(KOREAN), "png")


def test_with_a_font_the_picture_is_drawn_in_that_font(monkeypatch):
    asked = resvg(monkeypatch, lambda svg: svg.encode())
    drawn = render(graph(KOREAN), "png", dpi=96).decode()
    assert "수익으로 가는 길이 없다" in drawn
    assert "font-family=\"'Apple SD Gothic Neo'" in drawn
    # A point is 96/72 of resvg's unit, and 96 dots to the inch are one for each of these.
    assert asked[-1]["dpi"] * asked[-1]["zoom"] == pytest.approx(96)


def test_a_huge_map_is_drawn_with_fewer_dots():
    dot = "digraph { node [width=150 height=150]; a }"
    width, height = pixels(draw_dot(dot, "png", dpi=600))
    assert width * height <= 51_000_000
    assert width == pytest.approx(height, rel=0.01)
    assert width > 6000


def test_the_same_bytes_every_time():
    assert render(graph(LATIN), "png") == render(graph(LATIN), "png")


def test_an_unknown_format_is_named():
    with pytest.raises(ValueError, match="'gif'; choose one of svg, png, dot"):
        render(graph(LATIN), "gif")


def test_the_true_resvg_draws_korean_or_says_that_it_cannot():
    pytest.importorskip("resvg_py")
    try:
        assert pixels(render(graph(KOREAN), "png"))
    except PngError as error:
        assert "no font for Korean text" in str(error)  # noqa: PT017  (either way is right)
