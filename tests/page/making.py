"""Essays small enough to draw at once, that have one of each thing the page can show."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.cli import run

TEA = """---
id: tea
lang: en
title: On tea
author: Ann
---

## The trade {on=worth}

[Tea is a bad trade]{#bad .claim .thesis}. [It loses money]{#loses .premise supports=bad via=money}
and [it ties up capital]{#ties .premise supports=bad via=money}, for [the ledgers show
£3 million lost]{#ledger .evidence supports=loses source="The Ledger" url="https://example.org/a?b=1&c=2"}.

::: {#coffee .rebuttal by="the trade" attacks=money}
Coffee lost money at first, and then it did not.
:::

But [coffee had buyers]{#buyers .rebuttal attacks=coffee}, as [the books of 1710 say]{#books .evidence
supports=buyers source="Books"}. [It is cold by noon]{#cold .premise supports=bad on=taste}.

[Nobody drinks it]{#nobody .claim .thesis} [since it is bitter]{#bitter .premise supports="nobody bad"}.
"""

COFFEE = """---
id: coffee
lang: en
title: On coffee
author: Bo
---

[Tea will pay]{#pays .claim .thesis on=worth}, for [prices rise]{#rise .evidence supports=pays
source="Prices"}. [Tea tastes of hay]{#hay .claim on=taste}.
"""

DEBATE = """---
id: debate
lang: en
title: Tea or not
---

[Is tea worth the money?]{#worth .question} [How does it taste?]{#taste .question}

[Both cannot be right on the trade.]{from=coffee:pays contradicts=tea:bad}
"""

TEA_KO = """---
id: tea
lang: ko
title: 차에 대하여
author: Ann
---

[차는 나쁜 장사다]{#bad .claim .thesis}. [돈을 잃는다]{#loses .premise supports=bad via=money}.
[장부에 4백만 파운드 손실이 있다]{#ledger .evidence supports=loses source="장부"}.
[정오면 식는다]{#cold .rebuttal attacks=bad}.
"""


def write(folder: Path) -> None:
    """Write the essays of a small project."""
    (folder / "argmap.toml").write_text('essays = ["essays"]\n')
    essays = {
        "tea/en.md": TEA,
        "tea/ko.md": TEA_KO,
        "coffee/en.md": COFFEE,
        "debate.md": DEBATE,
    }
    for name, text in essays.items():
        file = folder / "essays" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def make(folder: Path) -> dict[str, Path]:
    """Make a page of each kind, by the command line."""
    write(folder)
    pages = {name: folder / f"{name}.html" for name in ("map", "contrast", "editions")}
    commands = (
        ["map", "essays/tea/en.md", "-o", str(pages["map"])],
        ["contrast", "tea@en", "coffee", "-o", str(pages["contrast"])],
        ["editions", "essays/tea", "-o", str(pages["editions"])],
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for command in commands:
            assert run(command) == 0, command
    return pages
