"""A `url` is not a web address.

A web address begins with `http://` or `https://`, names a host, and has neither spaces nor quotes
nor angle brackets in it. Hosts and paths may be in any script.

## Why it matters

Maps link evidence to its address, and only http and https addresses are safe to link: any other is
left out of them.

## What to do

Copy the address from the browser, with its beginning. What is not on the web goes in `source`, a
key in a bibliography in `cite`.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}, for [two pupils in three
arrive tired]{#tired .evidence supports=late url="www.example.org/survey"}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}, for [two pupils in three
arrive tired]{#tired .evidence supports=late url="https://www.example.org/survey"}.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.rules.naming import short
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

# RFC 3986, section 3, loosened to what browsers take (RFC 3987: letters of any script). Compiled
# when the first url is met, by the re module, which keeps them.
_SCHEME = r"([a-zA-Z][a-zA-Z0-9+.-]*):"
_BARE_HOST = r"[\w-]+(\.[\w-]+)+(:\d+)?([/?#]|$)"
_FORBIDDEN = r"[\s\x00-\x20\x7f-\x9f<>\"{}|\\^`\ufffd]"
_LABEL = r"[^\W_](?:[\w-]*\w)?"
_HOST = rf"{_LABEL}(?:\.{_LABEL})*\.?|\[[0-9a-fA-F:.]+\]"
_LONGEST_HOST = 253
_AUTHORITY = r"(?i:https?)://(?:[^/?#@]*@)?(?P<host>\[[^/?#]*?\]|[^/?#:]*)(?P<port>:[^/?#]*)?"


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each ``url`` that is malformed or neither http nor https."""
    for key, statement in graph.statements.items():
        if statement.url is not None and (wrong := _what_is_wrong(statement.url)):
            message, hint = wrong
            yield Breach(graph.essay_of(key).path, statement.place("url"), message, hint)


def _what_is_wrong(url: str) -> tuple[str, str] | None:
    """Say what is wrong with an address and what to do, or None."""
    if found := re.search(_FORBIDDEN, url):
        hint = "copy the address from the browser, which writes such characters as %20 and the like"
        return f"the url holds {found.group()!r}", hint
    match = re.match(_AUTHORITY, url)
    if match is None:
        scheme = re.match(_SCHEME, url)
        if scheme and scheme[1].lower() not in ("http", "https") and not re.match(_BARE_HOST, url):
            hint = "only http and https addresses are linked; name other places in source"
            return f"the url begins with {short(scheme[1])}:", hint
        if re.match(_BARE_HOST, url):
            return f"the url {short(url)!r} lacks its beginning", "write https:// before it"
        return (
            f"the url {short(url)!r} is not a web address",
            "write it out, with https:// and the host",
        )
    port = (match["port"] or ":")[1:]
    if port and not (port.isascii() and port.isdigit() and len(port) < 6 and int(port) < 65536):
        return f"the url has the port {short(port)!r}", "a port is a number up to 65535"
    if len(match["host"]) > _LONGEST_HOST or not re.fullmatch(_HOST, match["host"]):
        what = f"the host {short(match['host'])!r}" if match["host"] else "no host"
        return f"the url has {what}", "write the address of a web site, as in https://example.org/"
    return None
