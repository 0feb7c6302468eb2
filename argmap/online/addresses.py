"""Which hosts, ports and addresses are never asked.

An essay may be anybody's, and whoever checks it may stand inside a network: a link must not make
this machine knock on its own doors or its neighbours'. So only addresses of the public internet are
asked, after IANA's registries of special-purpose addresses (RFC 6890 and its updates). The table
is our own, since that of the standard library changes between patch releases of Python.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

__all__ = ["RefusedError", "why_address_refused", "why_host_refused", "why_port_refused"]


class RefusedError(Exception):
    """A link leads where we do not go. The message says why, without naming the link."""


# What is on or near this machine may be allowed; the rest never is, for no page is there, and at
# 169.254.169.254 a cloud hands out its keys.
_LOOPBACK, _PRIVATE = "is this computer itself", "is on a private network"
_MAY_BE_ALLOWED = frozenset({_LOOPBACK, _PRIVATE})
_LINK_LOCAL, _MULTICAST = "is on the local link", "is a multicast address"
_RESERVED, _EXAMPLE = "is a reserved address", "is kept for examples"
_TUNNEL, _DISGUISED = "is in a tunnel", "is an IPv4 address written as IPv6"

_V4 = tuple(
    (IPv4Network(network), why)
    for network, why in (
        ("127.0.0.0/8", _LOOPBACK),
        ("10.0.0.0/8", _PRIVATE),
        ("172.16.0.0/12", _PRIVATE),
        ("192.168.0.0/16", _PRIVATE),
        ("100.64.0.0/10", _PRIVATE),  # carrier-grade NAT, RFC 6598
        ("169.254.0.0/16", _LINK_LOCAL),
        ("0.0.0.0/8", _RESERVED),
        ("192.0.0.0/24", _RESERVED),
        ("192.0.2.0/24", _EXAMPLE),
        ("198.51.100.0/24", _EXAMPLE),
        ("203.0.113.0/24", _EXAMPLE),
        ("198.18.0.0/15", _RESERVED),  # benchmarks, RFC 2544
        ("192.88.99.0/24", _TUNNEL),  # 6to4 relays, RFC 7526
        ("224.0.0.0/4", _MULTICAST),
        ("240.0.0.0/4", _RESERVED),
    )
)
_V6 = tuple(
    (IPv6Network(network), why)
    for network, why in (
        ("::1/128", _LOOPBACK),
        ("fc00::/7", _PRIVATE),
        ("fe80::/10", _LINK_LOCAL),
        ("ff00::/8", _MULTICAST),
        ("::ffff:0:0/96", _DISGUISED),
        ("::/96", _DISGUISED),
        ("2001:db8::/32", _EXAMPLE),
        ("3fff::/20", _EXAMPLE),
        ("2002::/16", _TUNNEL),  # 6to4
        ("2001::/32", _TUNNEL),  # Teredo
        ("2001::/23", _RESERVED),
    )
)
_GLOBAL_V6 = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")

_LOCAL_NAMES = ("local", "internal", "home.arpa", "lan", "localdomain", "onion")
_PORTS = frozenset({80, 443, 8000, 8008, 8080, 8443, 8888})


def why_address_refused(address: str, *, allow_private: bool = False) -> str | None:
    """Say why an address is not asked, or None. ``address`` is in the usual notation of either IP.

    An address of NAT64's own prefix (RFC 6052) is judged by the IPv4 address in it: where a
    network has IPv6 alone, that is how the public IPv4 web is reached. IPv4-mapped addresses are
    refused, whatever is in them: no resolver that we ask gives them, and no page is linked so.
    """
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return "is no address"
    if isinstance(ip, IPv6Address) and ip in _NAT64:
        ip = IPv4Address(int(ip) & 0xFFFFFFFF)
        allow_private = False
    why = _why_v4(ip) if isinstance(ip, IPv4Address) else _why_v6(ip)
    return None if allow_private and why in _MAY_BE_ALLOWED else why


def _why_v4(ip: IPv4Address) -> str | None:
    return next((why for network, why in _V4 if ip in network), None)


def _why_v6(ip: IPv6Address) -> str | None:
    why = next((why for network, why in _V6 if ip in network), None)
    return why or (None if ip in _GLOBAL_V6 else _RESERVED)


def why_host_refused(host: str, *, allow_private: bool = False) -> str | None:
    """Say why a host is not even looked up, or None. ``host`` is in ASCII and lower case."""
    if allow_private:
        return None
    try:
        ip_address(host)
    except ValueError:
        pass
    else:
        return why_address_refused(host)
    name = host.rstrip(".")
    if name == "localhost" or name.endswith(".localhost"):
        return _LOOPBACK
    if "." not in name or any(name.endswith(f".{local}") for local in _LOCAL_NAMES):
        return "is a name of a local network"
    return None


def why_port_refused(port: int | None, *, allow_private: bool = False) -> str | None:
    """Say why a port is not asked, or None: pages live on few of them."""
    if port is None or port in _PORTS or allow_private:
        return None
    return f"has the port {port}, where no web pages are expected"
