"""What is never asked: by name, by port, by address, and when a name's address changes."""

from __future__ import annotations

import pytest
from web_server import Handler

from argmap.online import Status
from argmap.online.addresses import why_address_refused, why_host_refused, why_port_refused

REFUSED = {
    "0.0.0.0": "reserved",
    "0.1.2.3": "reserved",
    "10.0.0.1": "private",
    "100.64.0.1": "private",
    "100.127.255.255": "private",
    "127.0.0.1": "itself",
    "127.255.255.254": "itself",
    "169.254.169.254": "local link",
    "172.16.0.1": "private",
    "172.31.255.255": "private",
    "192.0.0.8": "reserved",
    "192.0.2.1": "examples",
    "192.88.99.1": "tunnel",
    "192.168.1.1": "private",
    "198.18.0.1": "reserved",
    "198.51.100.7": "examples",
    "203.0.113.7": "examples",
    "224.0.0.1": "multicast",
    "239.255.255.255": "multicast",
    "240.0.0.1": "reserved",
    "255.255.255.255": "reserved",
    "::": "IPv4 address written as IPv6",
    "::1": "itself",
    "0:0:0:0:0:0:0:1": "itself",
    "::127.0.0.1": "IPv4 address written as IPv6",
    "::ffff:127.0.0.1": "IPv4 address written as IPv6",
    "::ffff:7f00:1": "IPv4 address written as IPv6",
    "::ffff:8.8.8.8": "IPv4 address written as IPv6",
    "::ffff:0:127.0.0.1": "reserved",
    "64:ff9b::127.0.0.1": "itself",
    "64:ff9b::10.0.0.1": "private",
    "64:ff9b::a9fe:a9fe": "local link",
    "64:ff9b:1::1": "reserved",
    "100::1": "reserved",
    "2001::1": "tunnel",
    "2001:2::1": "reserved",
    "2001:10::1": "reserved",
    "2001:db8::1": "examples",
    "2002:7f00:1::1": "tunnel",
    "3fff::1": "examples",
    "4000::1": "reserved",
    "5f00::1": "reserved",
    "fc00::1": "private",
    "fd12:3456::1": "private",
    "fe80::1": "local link",
    "fe80::1%eth0": "local link",
    "fec0::1": "reserved",
    "ff02::1": "multicast",
    "not an address": "no address",
}
ASKED = [
    "1.1.1.1",
    "8.8.8.8",
    "100.63.255.255",
    "100.128.0.1",
    "172.15.255.255",
    "172.32.0.1",
    "192.0.1.1",
    "223.255.255.255",
    "2001:200::1",
    "2001:4860:4860::8888",
    "2606:4700::1111",
    "2a00:1450::1",
    "64:ff9b::8.8.8.8",
]


@pytest.mark.parametrize(("address", "why"), REFUSED.items())
def test_address_is_refused(address: str, why: str) -> None:
    assert why in (why_address_refused(address) or "")


@pytest.mark.parametrize("address", ASKED)
def test_public_address_is_asked(address: str) -> None:
    assert why_address_refused(address) is None
    assert why_address_refused(address, allow_private=True) is None


def test_allowing_private_addresses_allows_no_others() -> None:
    allowed = {one for one in REFUSED if why_address_refused(one, allow_private=True) is None}
    private = {one for one, why in REFUSED.items() if why in ("private", "itself")}
    assert allowed == private - {"64:ff9b::127.0.0.1", "64:ff9b::10.0.0.1"}


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "localhost.",
        "a.localhost",
        "printer",
        "nas.local",
        "db.internal",
        "router.home.arpa",
        "x.lan",
        "localhost.localdomain",
        "abc.onion",
        "127.0.0.1",
        "::1",
        "10.1.2.3",
    ],
)
def test_host_is_not_even_looked_up(host: str) -> None:
    assert why_host_refused(host)
    assert why_host_refused(host, allow_private=True) is None


@pytest.mark.parametrize("host", ["example.org", "local.example.org", "mylocal.org", "8.8.8.8"])
def test_public_host_is_looked_up(host: str) -> None:
    assert why_host_refused(host) is None


def test_ports_of_other_services_are_refused() -> None:
    assert [p for p in (22, 25, 80, 443, 3306, 6379, 8080, 9200) if not why_port_refused(p)] == [
        80,
        443,
        8080,
    ]
    assert why_port_refused(6379, allow_private=True) is None


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://localhost/", "this computer"),
        ("http://LOCALHOST:8080/", "this computer"),
        ("http://127.0.0.1/", "this computer"),
        ("http://[::1]/", "this computer"),
        ("http://[::ffff:127.0.0.1]/", "written as IPv6"),
        ("http://169.254.169.254/latest/meta-data/", "local link"),
        ("http://user:secret@example.org/", "password"),
        ("http://user@example.org/", "password"),
        ("http://example.org:22/", "port 22"),
        ("http://example.org:99999/", "not a web address"),
        ("http://example.org:x/", "not a web address"),
        ("http://[::1/", "not a web address"),
        ("http:///nothing", "no name"),
        ("http://a..example/", "no name"),
        ("http://a b.example/", "no name"),
        ("http://-a.example/", "no name"),
        ("http://xn--\u200d.example/", "no name"),
        ("ftp://example.org/", "neither http nor https"),
        ("file:///etc/passwd", "neither http nor https"),
        ("javascript:alert(1)", "neither http nor https"),
        ("www.example.org", "neither http nor https"),
        ("", "neither http nor https"),
        ("https://example.org/" + "a" * 9000, "too long"),
    ],
)
def test_link_is_refused_without_a_word_to_the_network(web, url: str, why: str) -> None:
    verdict = web.ask_one(url, allow_private=False, surroundings=silent())
    assert verdict.status is Status.REFUSED
    assert why in verdict.reason


@pytest.mark.parametrize(
    "url",
    [
        "http://2130706433.example.org/",
        "http://0x7f.1.2.3/",
        "http://127.1/",
        "http://0177.0.0.1/",
        "http://１２７.0.0.1/",
        "http://rebound.example.org/",
    ],
)
def test_numbers_and_names_that_lead_here_are_refused_on_connecting(web, url: str) -> None:
    """Systems read ``127.1`` and ``0x7f.1`` as addresses: what counts is what is connected to."""
    around = silent() | {"resolve": giving("127.0.0.1")}
    verdict = web.ask_one(url, allow_private=False, surroundings=around)
    assert verdict.status is Status.REFUSED
    assert "this computer" in verdict.reason


def test_one_refused_address_among_public_ones_is_enough(web) -> None:
    around = silent() | {"resolve": giving("8.8.8.8", "2606:4700::1111", "10.0.0.1")}
    verdict = web.ask_one("http://a.example.org/", allow_private=False, surroundings=around)
    assert (verdict.status, verdict.reason) == (
        Status.REFUSED,
        "it leads to 10.0.0.1, which is on a private network",
    )


def test_name_is_looked_up_once_and_the_checked_address_connected_to(web) -> None:
    """DNS rebinding: a name that is public when checked and private a moment later."""
    looked_up: list[str] = []
    connected: list[str] = []

    async def resolve(host: str, port: int) -> list[str]:
        looked_up.append(host)
        return ["8.8.8.8"] if len(looked_up) == 1 else ["127.0.0.1"]

    async def connect(address: str, port: int, timeout: float) -> None:
        connected.append(f"{address} {port}")
        raise OSError("no network in a test")

    around = {"resolve": resolve, "connect": connect}
    verdict = web.ask_one(
        "https://rebound.example.org/", allow_private=False, surroundings=around, retries=0
    )
    assert verdict.status is Status.UNKNOWN
    assert (looked_up, connected) == (["rebound.example.org"], ["8.8.8.8 443"])

    verdict = web.ask_one(
        "https://rebound.example.org/", allow_private=False, surroundings=around, retries=3
    )
    assert verdict.status is Status.REFUSED
    assert connected == ["8.8.8.8 443"], "a retry checks what it finds anew"


def test_every_address_is_tried_before_giving_up(web) -> None:
    connected: list[str] = []

    async def connect(address: str, port: int, timeout: float) -> None:
        connected.append(address)
        raise OSError("no network in a test")

    many = [f"2606:4700::{n}" for n in range(1, 7)] + ["1.1.1.1"]
    around = {"resolve": giving(*many), "connect": connect}
    web.ask("https://a.example.org/", allow_private=False, surroundings=around, retries=0)
    assert connected == ["2606:4700::1", "2606:4700::2", "2606:4700::3", "1.1.1.1"]


@pytest.mark.parametrize(
    "where",
    ["http://10.0.0.1/", "http://printer/", "http://[fe80::1]/", "http://public.example.org:6379/"],
)
def test_redirect_to_a_private_place_is_refused(web, where: str) -> None:
    """The first step is public, as far as anyone can tell; it is served from this machine."""
    site = web.site({"/": lambda handler: handler.reply(302, Location=where)})
    connected: list[str] = []
    around = {"resolve": giving("8.8.8.8"), "connect": connecting_here(site.port, connected)}
    verdict = web.ask_one("http://a.example.org/", allow_private=False, surroundings=around)
    assert verdict.status is Status.REFUSED
    assert connected == ["8.8.8.8"]
    assert site.asked.lines == ["HEAD /"]


def test_redirect_to_a_name_that_leads_here_is_refused(web) -> None:
    def page(handler: Handler) -> None:
        handler.reply(302, Location="http://inside.example.org/")

    site = web.site({"/": page})
    connected: list[str] = []

    async def resolve(host: str, port: int) -> list[str]:
        return ["127.0.0.1"] if host.startswith("inside") else ["8.8.8.8"]

    around = {"resolve": resolve, "connect": connecting_here(site.port, connected)}
    verdict = web.ask_one("http://a.example.org/", allow_private=False, surroundings=around)
    assert verdict.status is Status.REFUSED
    assert connected == ["8.8.8.8"]


def test_host_in_another_script_is_asked_by_its_ascii_name(web) -> None:
    site = web.site({"/": lambda handler: handler.reply(200)})
    around = {"resolve": giving("8.8.8.8"), "connect": connecting_here(site.port, [])}
    verdict = web.ask_one("http://한국어.example.org/", allow_private=False, surroundings=around)
    assert verdict.url == "http://xn--3e0bk47br7k.example.org/"
    assert site.asked.headers["Host"] == "xn--3e0bk47br7k.example.org"


@pytest.mark.parametrize("glob", ["*.한국", "한국어.한국", "*.xn--3e0b707e"])
def test_hosts_to_skip_are_globs_in_any_script(web, glob: str) -> None:
    verdict = web.ask_one("http://한국어.한국/", skip_hosts=(glob,), surroundings=silent())
    assert verdict.status is Status.SKIPPED


@pytest.mark.parametrize(
    ("glob", "skipped"),
    [("*.example.org", True), ("EXAMPLE.org", False), ("*", True), ("*.org", True), ("a*", True)],
)
def test_hosts_to_skip(web, glob: str, skipped: bool) -> None:
    around = {"resolve": giving("127.0.0.1")}
    url = "http://a.example.org/"
    verdict = web.ask_one(url, skip_hosts=(glob,), allow_private=False, surroundings=around)
    assert verdict.status is (Status.SKIPPED if skipped else Status.REFUSED)


def giving(*addresses: str):
    async def resolve(host: str, port: int) -> list[str]:
        return list(addresses)

    return resolve


def silent():
    """Surroundings in which any use of the network fails the test."""

    async def resolve(host: str, port: int) -> list[str]:
        raise AssertionError(f"{host} was looked up")

    async def connect(address: str, port: int, timeout: float) -> None:
        raise AssertionError(f"{address} was connected to")

    return {"resolve": resolve, "connect": connect}


def connecting_here(port: int, connected: list[str]):
    """Connect to a server of this machine, whatever address is meant, and note which that was."""
    import httpcore

    async def connect(address: str, _: int, timeout: float):
        connected.append(address)
        return await httpcore.AnyIOBackend().connect_tcp("127.0.0.1", port, timeout)

    return connect
