"""Themes: one's own in TOML, contrast that can be read, and pictures in colours that mean no more."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from argmap.errors import ArgmapError
from argmap.rendering import render, theme
from argmap.rendering.dot import to_dot
from argmap.rendering.legible import contrast, faint
from argmap.rendering.theme_file import find_theme, read_theme, theme_keys
from argmap.rendering.themes import DEFAULT, THEMES, Theme, now, using
from tests.graph.handmade import graph

TEXT = """
t claim.thesis
r rebuttal attacks=t by=them
e evidence supports=t via=step source=S
p premise supports=t via=step
d rebuttal attacks=step
x claim contradicts=p
y claim restates=x
q question text="Well?"
"""


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#FFFFFF", 21), ("#777777", "#FFFFFF", 4.48), ("#ABCDEF", "#abcdef", 1)],
)
def test_contrast_is_that_of_the_guidelines(one, other, ratio):
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_can_be_read(name):
    assert faint(THEMES[name]) == []


def test_high_contrast_is_higher_than_asked_for():
    chosen = THEMES["high-contrast"]
    for kind, box in chosen.boxes.items():
        assert contrast(box.line, box.fill) >= 7, kind
    assert contrast(chosen.muted, chosen.paper) >= 7


def test_print_is_grey():
    for field in fields(Theme)[1:]:
        color = getattr(THEMES["print"], field.name)
        if isinstance(color, str):
            assert color[1:3] == color[3:5] == color[5:7], field.name


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_changes_colours_and_line_widths_and_nothing_else(name):
    """Nor does a colour of the default one stay behind that the theme does not have."""
    plain = to_dot(graph(TEXT), cluster="question")
    with using(THEMES[name]):
        drawn = to_dot(graph(TEXT), cluster="question")
    assert now() is DEFAULT
    bare = re.compile(r'#[0-9A-F]{6}|penwidth="?[\d.]+"?|BORDER="[12]" ')
    assert bare.sub("", drawn) == bare.sub("", plain)
    own = {v for v in (getattr(THEMES[name], f.name) for f in fields(Theme)) if isinstance(v, str)}
    assert set(re.findall("#[0-9A-F]{6}", drawn)) <= own


def test_the_default_theme_is_what_the_constants_say():
    assert dict(DEFAULT.boxes) == dict(theme.BOXES)
    assert dict(DEFAULT.lines) == dict(theme.LINES)
    assert (DEFAULT.thesis_box, DEFAULT.step) == (theme.THESIS, theme.STEP)
    assert (DEFAULT.group, DEFAULT.province) == (theme.GROUP, theme.PROVINCE)
    assert to_dot(graph(TEXT)).encode() == render(graph(TEXT), "dot", theme=DEFAULT)


def test_a_picture_in_a_theme_has_its_paper():
    svg = render(graph("t claim.thesis"), theme=THEMES["dark"], paper="a5")
    ground = re.findall(rb'<polygon fill="(#\w+)" stroke="none"', svg)
    assert {each.upper() for each in ground} == {b"#14181D"}
    assert now() is DEFAULT


def write(tmp_path, text):
    file = tmp_path / "mine.toml"
    file.write_text(text, "utf-8")
    return file


def test_ones_own_says_what_differs_from_another(tmp_path):
    file = write(tmp_path, 'base = "print"\nattack = "#8a1c00"\nline-width = 1.5\n')
    mine = find_theme(str(file))
    assert (mine.name, mine.attack, mine.line_width) == ("mine", "#8A1C00", 1.5)
    assert mine.claim == THEMES["print"].claim
    assert read_theme(write(tmp_path, "")).ink == DEFAULT.ink


def test_every_colour_can_be_set(tmp_path):
    keys = theme_keys()
    lines = [f'{key} = "#123456"' for key in keys if key not in ("base", "line-width")]
    mine = read_theme(write(tmp_path, "\n".join(lines)))
    assert {getattr(mine, f.name) for f in fields(Theme)} == {"mine", "#123456", 1.0}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('claim-fil = "#FFFFFF"', "there is no key claim-fil; did you mean claim-fill?"),
        ('name = "x"', "there is no key name"),
        ('claim = "blue"', "claim: 'blue' is not a colour: write # and six hex digits"),
        ('claim = "#12345"', "claim: '#12345' is not a colour"),
        ('claim = "#123456\\" onload=x"', "is not a colour"),
        ("claim = 3", "claim: input should be a valid string"),
        ("line-width = 40.0", "line-width: input should be less than or equal to 4"),
        ("line-width = nan", "line-width: input should be a finite number"),
        ('base = "drak"', "base: there is no theme 'drak'; did you mean dark?"),
        ("claim = ", "it is not valid TOML"),
        ("[claim]\nfill = 1", "claim: input should be a valid string"),
    ],
)
def test_a_faulty_theme_is_one_line_that_names_the_place(tmp_path, text, said):
    with pytest.raises(ArgmapError, match=re.escape(said)) as raised:
        read_theme(write(tmp_path, text))
    assert "mine.toml" in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("drak", "there is no theme 'drak'; did you mean dark?"),
        ("zzz", "known are default, dark, print, high-contrast, or name a .toml file"),
        ("nowhere.toml", "the theme nowhere.toml is not there"),
    ],
)
def test_a_theme_that_is_not_there(tmp_path, monkeypatch, name, said):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ArgmapError, match=re.escape(said)):
        find_theme(name)


def test_faint_names_the_pairs_faintest_first(tmp_path):
    mine = read_theme(write(tmp_path, 'muted = "#BBBBBB"\nink = "#EEEEEE"\n'))
    found = faint(mine)
    assert found[0].front == "ink"
    assert {each.front for each in found} == {"ink", "muted"}
    assert [each.ratio for each in found] == sorted(each.ratio for each in found)
