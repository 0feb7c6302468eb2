"""Taking links apart: whatever is written, what is sent is plain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.online import Settings
from argmap.online.addresses import RefusedError
from argmap.online.targets import Target, next_target, parse_target

pytest.importorskip("idna", reason="asking the web needs argmap[online]")

FREE = Settings(allow_private=True)
STRICT = Settings()


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTPS://Example.ORG:443/A?b#c", "https://example.org/A?b"),
        ("http://example.org:8080/a b", "http://example.org:8080/a%20b"),
        ("https://example.org/%41%zz?x=%20 y", "https://example.org/%41%zz?x=%20%20y"),
        ("https://example.org/é?ü=글", "https://example.org/%C3%A9?%C3%BC=%EA%B8%80"),
        ("https://bücher.example.org/", "https://xn--bcher-kva.example.org/"),
        ("https://例え.テスト.org/", "https://xn--r8jz45g.xn--zckzah.org/"),
        ("https://a_b.example.org/", "https://a_b.example.org/"),
        ("https://[2606:4700::1111]/", "https://[2606:4700::1111]/"),
        (
            "https://web.archive.org/web/2020*/http://a.org/?b=c",
            "https://web.archive.org/web/2020*/http://a.org/?b=c",
        ),
        ("  https://example.org/  ", "https://example.org/"),
        ("https://example.org/a\r\nHost: b", "https://example.org/aHost:%20b"),
        ("https://example.org?a", "https://example.org/?a"),
    ],
)
def test_what_is_sent(url: str, sent: str) -> None:
    target = parse_target(url, STRICT)
    assert target.url == sent
    assert parse_target(target.url, STRICT).url == sent


@given(st.text(max_size=60), st.sampled_from([FREE, STRICT]))
def test_any_link_is_refused_or_sent_in_plain_ascii(rest: str, settings: Settings) -> None:
    for url in (rest, f"https://{rest}", f"http://a.example.org/{rest}", f"//{rest}"):
        try:
            target = parse_target(url, settings)
        except RefusedError:
            continue
        assert plain(target)


@given(st.text(max_size=60), st.sampled_from(["", "//", "/", "?", "https://", "http://[", "\\\\"]))
def test_any_redirect_is_refused_or_sent_in_plain_ascii(rest: str, before: str) -> None:
    start = Target("https", "a.example.org", None, "/b/c?d")
    try:
        target = next_target(start, before + rest, STRICT)
    except RefusedError:
        return
    assert plain(target)


def plain(target: Target) -> bool:
    sent = target.url
    return sent.isascii() and sent.isprintable() and " " not in sent and target.path[0] == "/"
