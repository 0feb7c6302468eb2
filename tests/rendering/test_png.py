"""PNG: with nothing but the engine for Latin text, and never with letters left out in silence."""

from __future__ import annotations

import re
import struct
import sys
import types

import pytest

from argmap.rendering import draw_dot, letters, png, render
from argmap.rendering.png import PngError, PngWarning, refuse_script
from argmap.rendering.text_width import text_width
from tests.graph.handmade import graph

LATIN = "t claim.thesis text='Tiếng Việt, Ελληνικά, русский – “naïve” €5'\na premise supports=t"
KOREAN = f"t claim.thesis text='{'수익으로 가는 길이 없다 ' * 3}'\na premise supports=t"


def pixels(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def resvg(monkeypatch, draws) -> list[dict]:
    """Put a stand-in for resvg in place; ``draws`` tells what it makes of an SVG."""
    asked = []

    def svg_to_bytes(*, svg_string, dpi, zoom, **more):
        asked.append({"svg": svg_string, "dpi": dpi, "zoom": zoom, "more": more})
        return list(draws(svg_string))

    monkeypatch.setattr(letters, "packaged", dict)
    module = types.SimpleNamespace(svg_to_bytes=svg_to_bytes)
    monkeypatch.setitem(sys.modules, "resvg_py", module)
    return asked


def test_latin_text_needs_nothing_but_the_engine(monkeypatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    monkeypatch.setenv("PATH", "")
    width, height = pixels(render(graph(LATIN), "png", dpi=72))
    twice = pixels(render(graph(LATIN), "png", dpi=144))
    assert twice == (pytest.approx(2 * width, abs=2), pytest.approx(2 * height, abs=2))


def test_a_sign_that_is_no_letter_is_spelled_and_named(monkeypatch):
    """The engine would draw an empty box for it."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    laid_out, drawn = png.layout, []
    monkeypatch.setattr(
        png, "layout", lambda dot, *a, **how: drawn.append(dot) or laid_out(dot, *a, **how)
    )
    with pytest.warns(PngWarning, match=r"no font here has ⇒ 🎉 .*spelled in Latin letters; run: "):
        assert pixels(render(graph("t claim text='⇒ \N{PARTY POPPER}'"), "png"))
    assert "⇒" not in drawn[-1]
    assert "🎉" not in drawn[-1]
    assert (
        letters.spelled_dot("a [label=<b ⇒ 🎉\u200d>]", {"⇒", "🎉"}) == "a [label=<b &gt; :tada:>]"
    )


def test_a_line_that_gets_longer_by_spelling_keeps_to_its_box():
    line = '<text x="1" font-size="10.00" fill="#000000">{}</text>'
    spelled = letters.spelled(line.format("tea 👍 and more words").encode(), {"👍"}).decode()
    words = "tea :thumbsup: and more words"
    assert words in spelled
    (size,) = re.findall(r'font-size="([\d.]+)"', spelled)
    assert 4 <= float(size) < 10
    assert text_width(words, float(size)) <= text_width("tea 👍 and more words", 10) + 0.1
    same = line.format("tea and cake").encode()
    assert letters.spelled(same, {"👍"}) == same


def test_a_few_letters_are_spelled_and_many_are_not(monkeypatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    few = f"t claim text='{'Profit does not come. ' * 5} 수익'"
    with pytest.warns(PngWarning, match=r"has 수 익 \(Korean\): spelled .* 'argmap\[png"):
        assert pixels(render(graph(few), "png"))


def _has_none(svg: str) -> bool:
    return re.search(r"ꙮ[^<]*</text>|> </text>|\ue123", svg) is not None


def test_with_the_packaged_fonts_no_font_of_the_system_is_asked(monkeypatch):
    """Signs that these have are drawn as they are, and letters that they lack are tried."""
    if "ko" not in letters.packaged():
        pytest.skip("argmap[fonts] is not installed")
    there = letters.packaged()
    asked = resvg(monkeypatch, lambda svg: b"" if _has_none(svg) else svg.encode())
    monkeypatch.setattr(letters, "packaged", lambda: there)
    assert "⇒ 수익" in render(graph("t claim.thesis text='⇒ 수익'"), "png").decode()
    assert len(asked) == 1
    assert asked[0]["more"]["skip_system_fonts"]
    with pytest.warns(PngWarning, match=r"no font here has ꙮ \(Cyrillic\): spelled"):
        drawn = render(graph(f"t claim.thesis text='ꙮ {'수익이 나지 않는다 ' * 9}'"), "png")
    assert "수익" in drawn.decode()
    assert not _has_none(drawn.decode())
    assert not asked[-1]["more"].get("skip_system_fonts")


def test_a_text_that_cannot_become_a_png_is_refused_before_it_is_laid_out(monkeypatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    refuse_script("Profit does not come, 수익")
    with pytest.raises(PngError, match="the map has Korean text"):
        refuse_script("수익이 나지 않는다")


def test_korean_without_resvg_says_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(PngError, match=r"Korean text.*pip install 'argmap\[png.*SVG") as raised:
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
        render(graph(f"t claim text='{text * 9}'"), "png")


def test_a_machine_without_the_font_is_told_so(monkeypatch):
    """Resvg draws nothing, and says nothing, for a letter that no font has."""
    resvg(monkeypatch, lambda svg: svg.encode() if re.search(">[A-Za-z0-9]", svg) else b"empty")
    with pytest.raises(
        PngError, match=r"no font here has 가 .* \(Korean, signs\), so no PNG is drawn"
    ):
        render(graph(KOREAN), "png")


def draws_boxes(svg: str) -> bytes:
    found = re.search(r">([^<]*)</text>", svg)
    assert found is not None
    return found[1].encode() if found[1].isascii() else b"an empty box"


def test_no_font_at_all_is_said(monkeypatch):
    resvg(monkeypatch, lambda svg: b"an empty picture")
    with pytest.raises(PngError, match="no font was found, so a PNG would have no words"):
        render(graph(KOREAN), "png")


def test_an_empty_box_for_the_letter_is_not_taken_for_it(monkeypatch):
    resvg(monkeypatch, draws_boxes)
    with pytest.raises(
        PngError, match=r"no font here has 가 .* \(Korean, signs\), so no PNG is drawn"
    ):
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
        assert "so no PNG is drawn" in str(error)  # noqa: PT017  (either way is right)
