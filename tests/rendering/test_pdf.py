"""PDF: text that can be selected, links, fonts, and what no font has."""

from __future__ import annotations

import io
import re

import pytest

from argmap.rendering import letters, pdf, render
from argmap.rendering.glyphs import characters
from argmap.rendering.pdf import PdfError, refuse_script, to_pdf
from argmap.rendering.pdf_links import Jump, references
from argmap.rendering.weighed import Weighed
from tests.graph.handmade import graph

pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
pytest.importorskip("typst", reason="argmap[pdf] is not installed")

LATIN = 't claim.thesis text="Lợi nhuận does not come"\ne evidence supports=t url=https://example.org/a?b=1&c=2'
CJK = {
    "ko": "수익이 나지 않는다",
    "zh-Hant": "這門生意賺不到錢",
    "zh-Hans": "这门生意赚不到钱",
}
HERE = letters.packaged()
needs_fonts = pytest.mark.skipif("ko" not in HERE, reason="argmap[fonts] is not installed")


def read(content: bytes):
    return pypdf.PdfReader(io.BytesIO(content))


@pytest.fixture(scope="module")
def latin() -> bytes:
    return render(graph(LATIN))


def test_text_can_be_selected_and_links_are_laid_over_their_boxes(latin):
    made = to_pdf([latin], title='A "title" #[x] \\ of it')
    (page,) = read(made.content).pages
    assert "Lợi nhuận does not come" in page.extract_text().replace("\xa0", " ")
    assert read(made.content).metadata.title == 'A "title" #[x] \\ of it'
    (link,) = (each.get_object() for each in page["/Annots"])
    assert link["/A"]["/URI"] == "https://example.org/a?b=1&c=2"
    left, bottom, right, top = map(float, link["/Rect"])
    width, height = page.mediabox.width, page.mediabox.height
    assert 0 < left < right < width
    assert 0 < bottom < top < height
    assert right - left > 200
    assert made.warnings == ()


def test_the_page_is_the_picture_or_the_sheet_and_bytes_are_the_same(latin):
    sheet = render(graph(LATIN), paper="a5-landscape")
    made = to_pdf([latin, sheet])
    assert to_pdf([latin, sheet]) == made
    first, second = read(made.content).pages
    found = re.search(rb'width="([\d.]+)pt" height="([\d.]+)pt"', latin)
    assert found is not None
    assert float(first.mediabox.width) == pytest.approx(float(found[1]), abs=1)
    assert float(second.mediabox.width) == pytest.approx(210 * 72 / 25.4, abs=1)
    assert float(second.mediabox.height) == pytest.approx(148 * 72 / 25.4, abs=1)


def test_pages_have_names_and_lead_to_each_other(latin):
    jumps = [[Jump(2, (10, 10, 60, 20)), Jump(9, (0, 0, 5, 5))], []]
    names = ['1. A "name" #[x]', "2. 둘째"]
    made = read(to_pdf([latin, latin], names=names, jumps=jumps).content)
    assert [each.title for each in made.outline] == names
    assert [made.get_destination_page_number(each) for each in made.outline] == [0, 1]
    assert names[1] not in made.pages[1].extract_text()
    inner, *others = (
        each.get_object() for each in made.pages[0]["/Annots"] if "/Dest" in each.get_object()
    )
    assert not others  # there is no page 9
    assert inner["/Contents"] == "page 2"


def test_references_lead_where_they_say():
    notes = {"t": "→ also on sheets 2, 11", "e": "→ also on sheet 3"}
    drawn = graph('t claim.thesis text="→ 2 is no reference"\ne evidence supports=t')
    keys = {key.rpartition(":")[2]: key for key in drawn.statements}
    svg = render(drawn, weighed=Weighed(notes={keys[short]: text for short, text in notes.items()}))
    found = references(svg, {keys["t"]: (2, 11), keys["e"]: (3,)})
    assert sorted(jump.page for jump in found) == [2, 3, 11]
    by_page = {jump.page: jump.box for jump in found}
    assert by_page[2][2] < by_page[11][2]
    assert by_page[2][1] == by_page[11][1]
    assert by_page[3][2] - by_page[3][0] > 60  # all of its line


@needs_fonts
def test_bold_is_drawn_bold_and_stays_one_text(latin):
    page = read(to_pdf([latin]).content).pages[0]
    assert page.extract_text().count("THESIS") == latin.count(b"THESIS</text>")
    svg = letters.embolden(b'<text font-weight="bold" font-size="10.00" fill="#123456">a</text>')
    assert b' fill="#123456" stroke="#123456" stroke-width="0.30">' in svg
    assert letters.embolden(b'<text font-size="10">a</text>') == b'<text font-size="10">a</text>'


def test_a_very_large_picture_is_made_smaller_than_readers_allow(latin):
    large = re.sub(rb'width="[\d.]+pt"', b'width="60000pt"', latin, count=1)
    (page,) = read(to_pdf([large]).content).pages
    assert float(page.mediabox.width) == pytest.approx(14_400, abs=1)


@pytest.mark.parametrize(
    "lang",
    [
        pytest.param(
            lang,
            marks=pytest.mark.skipif(lang not in HERE, reason=f"there is no font for {lang}"),
        )
        for lang in CJK
    ],
)
def test_cjk_is_embedded_without_any_font_of_the_system(lang, monkeypatch):
    monkeypatch.setattr(pdf, "_of_system", lambda typst: pytest.fail("asked the system"))
    svg = render(graph(f't claim.thesis text="{CJK[lang]}"'))
    made = to_pdf([svg], lang=lang)
    (page,) = read(made.content).pages
    assert CJK[lang] in page.extract_text()
    fonts = " ".join(str(f.get_object()["/BaseFont"]) for f in page["/Resources"]["/Font"].values())
    assert {"ko": "NotoSansKR", "zh-Hant": "NotoSansTC", "zh-Hans": "NotoSansSC"}[lang] in fonts


@pytest.fixture
def no_fonts(monkeypatch):
    monkeypatch.setattr(letters, "packaged", dict)
    monkeypatch.setattr(pdf, "_of_system", lambda typst: [])


def test_many_letters_that_no_font_has_are_refused_with_the_way_out(no_fonts):
    svg = render(graph('t claim.thesis text="수익이 나지 않는다 수익이 나지 않는다"'))
    with pytest.raises(PdfError, match=r"no font here has .*Korean.*pip install 'argmap\[fonts\]'"):
        to_pdf([svg])


def test_they_are_refused_before_they_are_laid_out(no_fonts):
    refuse_script("Profit does not come, 수익")
    with pytest.raises(PdfError, match=r"no font here has .* \(Korean\), so no PDF is written"):
        refuse_script("수익이 나지 않는다")


def test_a_few_are_spelled_and_named(no_fonts):
    svg = render(graph(f't claim.thesis text="{"Profit does not come, " * 5} 수익 and \ue000"'))
    made = to_pdf([svg])
    text = read(made.content).pages[0].extract_text()
    assert "SuIg and [U+E000]" in text
    (warning,) = made.warnings
    assert "수" in warning
    assert "spelled in Latin letters" in warning
    assert "\n" not in warning


def test_nothing_unseen_remains_of_pictures_that_are_spelled(no_fonts):
    family, fire = "👩\u200d👩\u200d👧", "❤\ufe0f\u200d🔥"
    svg = render(graph(f't claim.thesis text="{"Profit does not come, " * 5} {family} and {fire}"'))
    text = read(to_pdf([svg]).content).pages[0].extract_text().replace("\xa0", " ")
    assert ":woman::woman::girl: and " in text
    assert not {"\u200d", "\ufe0f"}.intersection(text)


def test_what_is_not_a_map_and_a_machine_without_typst(monkeypatch):
    with pytest.raises(PdfError, match="only a picture that argmap has drawn"):
        to_pdf([b"<svg/>"])
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    with pytest.raises(PdfError, match=r"pip install 'argmap\[pdf,fonts\]'"):
        to_pdf([])


@needs_fonts
def test_characters_of_a_font_are_read_from_its_file():
    file, index = letters.packaged()["ko"]
    has = characters(file, index)
    assert all(any(ord(char) in each for each in has) for char in "aỗ가힣")
    assert not any(0x1F600 in each for each in has)


@pytest.mark.parametrize("data", [b"", b"ttcf", b"\0\1\0\0\0\x09" + b"cmap" * 9, b"\xff" * 64])
def test_what_is_no_font_has_no_characters(tmp_path, data):
    file = tmp_path / "x.otf"
    file.write_bytes(data)
    assert characters(str(file)) == ()
    assert characters(str(tmp_path / "nowhere.otf")) == ()
