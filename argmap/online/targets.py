"""Taking a link apart into what is sent to whom: an address in ASCII, and a part of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

from argmap.online.addresses import RefusedError, why_host_refused, why_port_refused

if TYPE_CHECKING:
    from argmap.online.settings import Settings

__all__ = ["Target", "next_target", "parse_target"]

_LONGEST_URL = 8000
_LONGEST_HOST = 253
_KEPT = "!$%&'(),*+-./:;=?@[]_~|"
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_.])?|[0-9a-f:.]+")
_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Target:
    """One page to ask for: ``host`` and ``path`` in ASCII, ``port`` None where it is the usual.

    ``path`` holds the query too. ``fragment`` is what stands behind ``#``, as it is written.
    """

    scheme: str
    host: str
    port: int | None
    path: str
    fragment: str = ""

    @property
    def url(self) -> str:
        """The page's address, without the fragment."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port is None else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.path}"

    def skipped(self, globs: tuple[str, ...]) -> bool:
        """Tell whether one of the globs matches the host."""
        host = self.host.rstrip(".")
        return any(fnmatchcase(host, _ascii_glob(glob)) for glob in globs)


def parse_target(url: str, settings: Settings) -> Target:
    """Take a link apart; raises :class:`RefusedError` for one that is not to be asked."""
    if len(url) > _LONGEST_URL:
        raise RefusedError("is too long to be asked for")
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        raise RefusedError("is not a web address") from None
    if parts.scheme not in _DEFAULT_PORTS:
        raise RefusedError("is neither http nor https")
    if "@" in parts.netloc:
        raise RefusedError("holds a user's name or password")
    host = _ascii_host(parts.hostname or "")
    for why in (
        why_host_refused(host, allow_private=settings.allow_private),
        why_port_refused(port, allow_private=settings.allow_private),
    ):
        if why:
            raise RefusedError(why)
    path = quote(parts.path or "/", safe=_KEPT)
    if parts.query:
        path += f"?{quote(parts.query, safe=_KEPT)}"
    if port == _DEFAULT_PORTS[parts.scheme]:
        port = None
    return Target(parts.scheme, host, port, path, parts.fragment)


def next_target(target: Target, location: str, settings: Settings) -> Target:
    """Say where a redirect leads; raises :class:`RefusedError` as :func:`parse_target` does."""
    try:
        url = urljoin(target.url, location.strip())
    except ValueError:
        raise RefusedError("is not a web address") from None
    return parse_target(url, settings)


def _ascii_host(host: str) -> str:
    """Write a host in ASCII, as the name system wants it (UTS 46)."""
    if len(host) > _LONGEST_HOST:
        raise RefusedError("has a host that is no name")
    if not host.isascii():
        import idna  # with argmap[online]; few hosts need it

        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except (idna.IDNAError, UnicodeError):
            raise RefusedError("has a host that is no name") from None
    host = host.lower()
    if not _HOST.fullmatch(host) or ".." in host:
        raise RefusedError("has a host that is no name")
    return host


def _ascii_glob(glob: str) -> str:
    """Write a glob's labels in ASCII where they are in another script, and in lower case."""
    if glob.isascii():
        return glob.lower()
    labels = (
        label if label.isascii() else "xn--" + label.lower().encode("punycode").decode()
        for label in glob.split(".")
    )
    return ".".join(labels).lower()
