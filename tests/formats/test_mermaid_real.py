"""Mermaid flowcharts, drawn by Mermaid itself in a browser.

The package is looked for where ``ARGMAP_MERMAID`` says (its ``dist/mermaid.min.js``), then in
``node_modules`` and ``build/npm``, where ``.ci/run`` puts it.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from argmap.essay import read_essay
from argmap.formats import mermaid
from argmap.graph import ArgumentGraph
from argmap.model import LinkType
from argmap.rendering.safe_text import one_line
from argmap.views.spine import spine
from tests.formats.graphs import sample
from tests.page.conftest import browser  # noqa: F401  (a fixture)

ROOT = Path(__file__).parents[2]
PLACES = [
    os.environ.get("ARGMAP_MERMAID") or ROOT / "nowhere",
    ROOT / "node_modules/mermaid/dist/mermaid.min.js",
    ROOT / "build/npm/package/dist/mermaid.min.js",
]
DRAW = """async ([text, settings]) => {
  mermaid.initialize({startOnLoad: false, ...settings});
  const out = document.getElementById("out");
  out.innerHTML = (await mermaid.render("map", text)).svg;
  const all = (what) => [...out.querySelectorAll(what)];
  return {
    labels: all("g.node").map((node) => node.querySelector(".label").textContent),
    classes: all("g.node").map((node) => node.getAttribute("class")),
    lines: all("path.flowchart-link").length,
    frames: all("g.cluster").map((frame) => frame.textContent.trim()),
    said: all("g.edgeLabel").map((label) => label.textContent).filter((label) => label),
    active: all("a, script, img, image, iframe, [onerror], [onload], [onclick]").length,
  };
}"""
HOSTILE = (
    """\
a"]; click s1 "javascript:alert(1)"
a"]\\nclick s1 href "https://example.org"
%%{init: {"theme": "dark", "securityLevel": "loose"}}%%
%% a comment
20% of it; 5%%
<img src=x onerror=alert(1)>
<script>alert(1)</script>
<b>bold</b> &amp; &lt; &copy; R&D
<br/>a<br>
`**x** _y_`
**bold** and *it* and __u__ ~~s~~
1. a list
2) another
2.5 billion
+12 -12
-12
- a list
* a list
+ a list
#quot; #35; &#35;
ﬂ°°35¶ß ﬂ°quot¶ß
end
subgraph x
graph TD;
s1 --> s2
style s1 fill:#red;
classDef x fill:#f00;
click s1 call alert(1)
[a](javascript:alert(1)) ![b](https://example.org/x.png)
https://example.org/x, www.example.org, a@example.org
<https://example.org>
$$x^2$$ for $5
{{x}} [y] (z) |p| [(q)] A@{ shape: rect }
fa:fa-car fa:car
---\\ntitle: x\\n---
a\\nend\\nb
\\\\n \\\\N x\\\\
# a heading
> a quotation
```x```
한국어 「가」 漢字 tiếng Việt 😀
  it's   a: b; c
\u202ea
""".replace("\\n", "\n")
    .replace("\\\\", "\\")
    .splitlines()
)
# Of the lines that hold \n above, each is now several; as one text they come again below.
TEXTS = [*HOSTILE, "a\nend\nb", "---\ntitle: x\n---\n", "", " ", "x" * 3000]


@pytest.fixture(scope="module")
def draw(browser):  # noqa: F811
    found = next((Path(place) for place in PLACES if Path(place).is_file()), None)
    if found is None:
        pytest.skip("the npm package mermaid is not there: it draws nothing (see ARGMAP_MERMAID)")
    page = browser.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: (faults.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: faults.append(request.url))
    page.set_content('<!doctype html><body><div id="out"></div></body>')
    page.add_script_tag(path=found)
    asked_for = list(faults)

    def draw(written, **settings):
        text = written if isinstance(written, str) else written.files[0].data.decode()
        drawn = page.evaluate(DRAW, [text, settings])
        assert faults == asked_for
        assert drawn["active"] == 0
        return drawn

    yield draw
    page.close()


def with_texts(texts):
    source = "\n\n".join(f"[x]{{#a{number} .claim}}" for number in range(len(texts)))
    essay = read_essay(source, "x.md")
    pairs = zip(essay.statements, texts, strict=True)
    return ArgumentGraph.build(
        [replace(essay, statements=tuple(replace(each, text=text) for each, text in pairs))]
    )


def stepped(graph):
    """The links that are nodes: those attacked, and those of several sources."""
    attacked = {link.target for link in graph.links.values()}
    return [link for key, link in graph.links.items() if key in attacked or len(link.sources) > 1]


def lines_of(graph):
    return len(graph.links) + sum(len(link.sources) for link in stepped(graph))


@pytest.mark.parametrize("level", ["strict", "loose"])
def test_hostile_text_is_shown_as_it_is_and_nothing_runs(draw, level):
    drawn = draw(mermaid.write(with_texts(TEXTS)), securityLevel=level)
    shown = [label.replace("\u2060", "").strip() for label in drawn["labels"]]
    assert shown == [one_line(text).replace("\ufb02", "fl") for text in TEXTS]


def test_every_statement_and_link_is_drawn_with_its_class(draw):
    graph = sample()
    drawn = draw(mermaid.write(graph))
    assert len(drawn["labels"]) == len(graph.statements) + len(stepped(graph))
    assert drawn["lines"] == lines_of(graph)
    kinds = [classes.split()[2] for classes in drawn["classes"]]
    assert kinds[:3] == ["thesis", "premise", "evidence"]
    assert kinds.count("step") == len(stepped(graph))
    assert {link.type for link in graph.links.values()} == set(LinkType)


def test_nameless_steps_and_several_essays(draw):
    first = read_essay(
        "---\nid: one\ntitle: 'A \"title\" ]; end'\n---\n[A]{#a .claim} [B]{#b .premise} "
        '[C]{#c .premise}\n\n[why]{from="b c" supports=a}\n\n[D]{#d .rebuttal attacks=a}\n',
        "one.md",
    )
    second = read_essay("---\nid: two\n---\n[E]{#e .claim attacks=one:a}\n", "two.md")
    graph = ArgumentGraph.build([first, second])
    drawn = draw(mermaid.write(graph))
    assert sorted(drawn["frames"]) == ['A "title" ]; end', "two@en"]
    assert len(drawn["labels"]) == len(graph.statements) + len(stepped(graph)) > 5
    assert drawn["lines"] == lines_of(graph)


def test_the_spine_of_a_real_essay_says_what_is_left_out(draw):
    paths = [ROOT / "essays" / "openai-dangerous-gamble" / f"{lang}.md" for lang in ("en", "ko")]
    for path in paths:
        view = spine(ArgumentGraph.build([read_essay(path.read_text("utf-8"), path.name)]), 20)
        drawn = draw(mermaid.flowchart(view)[0])
        assert len(drawn["labels"]) == len(view.graph.statements) + len(stepped(view.graph))
        assert drawn["lines"] == lines_of(view.graph)
        assert sum("+" in label for label in drawn["labels"]) >= sum(
            1 for behind in view.behind.values() if behind.grounds
        )
        assert sum("between" in said for said in drawn["said"]) == sum(
            1 for number in view.between.values() if number
        )


@pytest.mark.skipif(
    not os.environ.get("ARGMAP_MERMAID_ESSAYS"),
    reason="a minute of a browser's time: whole essays are drawn where ARGMAP_MERMAID_ESSAYS is set",
)
@pytest.mark.parametrize("path", sorted(ROOT.glob("essays/*/*.md")), ids=lambda path: path.stem)
def test_whole_essays_are_drawn(draw, path):
    graph = ArgumentGraph.build([read_essay(path.read_text("utf-8"), path.name)])
    written = mermaid.write(graph)
    assert not any("past the" in loss.kind for loss in written.losses)
    drawn = draw(written)
    assert len(drawn["labels"]) == len(graph.statements) + len(stepped(graph))
    assert drawn["lines"] == lines_of(graph)


def test_what_mermaid_does_not_draw_is_told_with_the_way_out(draw):
    links = "".join(f"[x]{{#s{number} .premise supports=a}} " for number in range(501))
    graph = ArgumentGraph.build([read_essay(f"[A]{{#a .claim}} {links}\n", "x.md")])
    written = mermaid.write(graph)
    (loss,) = [loss for loss in written.losses if "past the" in loss.kind]
    assert (loss.count, "--spine" in loss.kind) == (1, True)
    with pytest.raises(Exception, match=f"Edge limit exceeded.*{mermaid.MOST_LINKS}"):
        draw(written)


def test_the_limit_of_text_counts_as_mermaid_does():
    text = "flowchart RL\n  a\n%% "
    full = text + "x" * (mermaid.MOST_TEXT - len(text))
    assert mermaid.too_much(full, 0) == ()
    ((kind, count),) = [(loss.kind, loss.count) for loss in mermaid.too_much(full + "😀", 0)]
    assert ("50,000" in kind, count) == (True, 2)
