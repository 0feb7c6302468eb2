"""Where evidence comes from, compared as a reader would, whatever its spelling."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model import Statement

_SHARED_HOSTS = frozenset(
    (
        "academia.edu",
        "archive.is",
        "archive.org",
        "archive.ph",
        "arxiv.org",
        "bsky.app",
        "docs.google.com",
        "doi.org",
        "drive.google.com",
        "dx.doi.org",
        "facebook.com",
        "github.com",
        "github.io",
        "gitlab.com",
        "hal.science",
        "instagram.com",
        "jstor.org",
        "linkedin.com",
        "medium.com",
        "ncbi.nlm.nih.gov",
        "news.google.com",
        "news.ycombinator.com",
        "osf.io",
        "papers.ssrn.com",
        "pubmed.ncbi.nlm.nih.gov",
        "reddit.com",
        "researchgate.net",
        "scholar.google.com",
        "ssrn.com",
        "t.me",
        "threads.net",
        "tiktok.com",
        "twitter.com",
        "vimeo.com",
        "web.archive.org",
        "weibo.com",
        "x.com",
        "youtu.be",
        "youtube.com",
        "zenodo.org",
        "zhihu.com",
    )
)
"""Sites on which many publish: to come from one of them is not to come from one source."""
_GAP = re.compile(r" (?!\d)|(?<!\d) ")
"""A space that may be left out, which is one that does not part two numbers."""
_HOST = re.compile(r"https?://(?:[^/?#@]*@)?([^/?#:@]+)", re.IGNORECASE)


def plain(name: str) -> str:
    """Fold a name to what is the same but for case, width, composition and spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def words(name: str) -> tuple[str, ...]:
    """Part a name into its words, folded, without punctuation and without a leading ``The``."""
    letters = (letter if _is_letter(letter) else " " for letter in plain(name))
    found = "".join(letters).split()
    return tuple(found[1:] if len(found) > 1 and found[0] == "the" else found)


def folded(name: str) -> str:
    """Fold a name to what is the same but for case, width, spaces, punctuation and ``The``."""
    return _GAP.sub("", " ".join(words(name))) or plain(name)


def _is_letter(letter: str) -> bool:
    """Whether it may tell names apart: "C++" and "C#" are two, and accents are letters' own."""
    return letter.isalnum() or letter == "#" or unicodedata.category(letter)[0] in "MS"


class SourceNames:
    """What each piece of evidence is taken from, as one name for each source.

    That is its ``source``, else its ``cite``, else the host of its ``url``. A key or host that
    stands beside a ``source`` anywhere stands for that source elsewhere too.
    """

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._shown: dict[str, str] = {}
        self._stands_for: dict[str, str] = {}
        for statement in statements:
            if statement.source:
                name = folded(statement.source)
                self._shown.setdefault(name, statement.source)
                for other in _addresses(statement):
                    self._stands_for.setdefault(other, name)

    def of(self, statement: Statement) -> str | None:
        """Return the name of a statement's source; None where it does not say."""
        if statement.source:
            return folded(statement.source)
        for address in _addresses(statement):
            return self._stands_for.get(address, address)
        return None

    def shown(self, name: str) -> str:
        """Return a name as it is written."""
        return self._shown.get(name) or name.removeprefix("cite ").removeprefix("url ")


def _addresses(statement: Statement) -> list[str]:
    """Return what else says where a statement is from: its key in a bibliography, its site."""
    found = [f"cite {statement.cite.strip()}"] if statement.cite else []
    if statement.url and (match := _HOST.match(statement.url)):
        host = match[1].casefold().removeprefix("www.").rstrip(".")
        found.append(f"url {statement.url if host in _SHARED_HOSTS else host}")
    return found
