"""No text sticks out of its box, in any script, whatever font the engine knows."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from argmap.graph import ArgumentGraph
from argmap.rendering import render
from argmap.rendering.text_width import text_width
from tests.graph.handmade import essay
from tests.rendering.drawing import SVG, shown

TEXTS = {
    "en": "Running the models costs more than they bring in, says the WASHINGTON POST; so WWWWW",
    "ko": "모델을 돌리는 비용이 그것으로 버는 돈보다 많고, 투자자들은 그 사실을 이미 알고 있다.",
    "zh": "運行這些模型的成本高於它們帶來的收入，而投資者「早已知道」這個事實；他們仍然付錢。",
    "ja": "モデルを動かす費用は、それが稼ぐ金額より高く、投資家はそのことをすでに知っている。",
    "vi": "Chi phí vận hành các mô hình cao hơn số tiền chúng mang lại, và các nhà đầu tư đã biết.",
    "ru": "Работа моделей обходится дороже, чем приносят они сами, и ЩЩЩЩЩЩ инвесторы это знают.",
}
FLAGS = ["", ".thesis", ".implicit", ".assumed", ".conceded"]


@pytest.mark.parametrize("lang", TEXTS)
def test_every_line_ends_within_its_box(lang):
    text = TEXTS[lang]
    names = [re.sub(r"\W", "-", text)[:length].strip("-") + str(length) for length in (8, 90)]
    rows = [
        f'x{n}{name} {kind}{flag} supports=t text="{text}" by="{text}" source="{text}"'
        for n, name in enumerate(names)
        for kind in ("claim", "premise", "evidence", "rebuttal", "question")
        for flag in FLAGS
    ]
    rows = [re.sub(r"^x\d", f"x{number}-", row) for number, row in enumerate(rows)]
    drawn = render(ArgumentGraph.build([essay("w", "\n".join(["t claim.thesis", *rows]))]))
    boxes = shown(drawn)
    groups = [
        group
        for group in ET.fromstring(drawn).iter(f"{SVG}g")
        if group.get("class", "").startswith("node")
    ]
    assert len(groups) == len(boxes) == 51
    for group, box in zip(groups, boxes, strict=True):
        for line in group.iter(f"{SVG}text"):
            size = float(line.get("font-size"))
            width = text_width(line.text, size) * (1.1 if line.get("font-weight") else 1.0)
            start = float(line.get("x"))
            assert box.left + 2 <= start
            assert start + width <= box.right - 2, (line.text, box.id)
            assert box.top <= float(line.get("y")) - 0.7 * size
            assert float(line.get("y")) + 0.2 * size <= box.bottom


def test_headings_of_frames_and_of_the_map_fit_too():
    long = TEXTS["ko"] * 3
    made = essay("w", "t claim.thesis\na premise supports=t", title=long, author=long)
    from dataclasses import replace

    statements = tuple(replace(each, section=(each.id + long,)) for each in made.statements)
    made = ArgumentGraph.build([replace(made, statements=statements)])
    drawn = render(made, cluster="section")
    root = ET.fromstring(drawn)
    right = float(root.get("viewBox").split()[2])
    for group in root.iter(f"{SVG}g"):
        if group.get("class") == "cluster":
            frame = shown(drawn, "cluster")[0]
            wide = frame.right - frame.left
            for line in group.findall(f"{SVG}text"):
                assert text_width(line.text, float(line.get("font-size"))) <= wide
    for line in root.iter(f"{SVG}text"):
        assert float(line.get("x")) + text_width(line.text, float(line.get("font-size"))) <= right
