"""Checking with the web: every essay at once, and its links asked for.

The web takes longer than any reading, so there is nothing to be gained by groups or a cache here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checking.checker import Result, Setup
from argmap.checking.unit import graph_of, seen_in
from argmap.project import read_essays
from argmap.rules.run import check

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.online import Settings
    from argmap.sources import Sources

__all__ = ["check_online"]


def check_online(
    sources: Sources, setup: Setup, settings: Settings, tell: Callable[[str], None]
) -> Result:
    """Check files, and whether the web links of those that were named lead somewhere.

    ``tell`` is given lines for the user: what was asked, and what is not as it should be. Raises
    :class:`ArgmapError` where ``argmap[online]`` is not installed, or a file cannot be read.
    """
    from argmap.online import probe, summary
    from argmap.rules.evidence.dead_link import urls_of

    named = sources.named
    essays = read_essays(sources, setup.default_lang)
    graph = graph_of(essays, setup.default_lang, setup.originals)
    urls = [
        url for url, places in urls_of(graph).items() if any(each.path in named for each in places)
    ]
    verdicts = probe(urls, settings, progress=setup.progress, tell=tell)
    tell(f"asked the web for {summary(verdicts.values())}")
    findings = check(graph, setup.selection, verdicts=verdicts)
    return Result(
        [finding for finding in findings if finding.path in named],
        tuple(sorted(seen_in(essay, graph) for essay in essays if essay.path in named)),
    )
