from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.rendering.safe_text import for_attribute, for_id, for_label, one_line, safe_url

ANYTHING = st.text(st.characters(codec=None), max_size=60)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  two\n\twords ", "two words"),
        ("a\x00b\x1b[31mc", "a b [31mc"),
        ("\ud800 half", "\ufffd half"),
        ("end\uffff", "end\ufffd"),
        ("gnp.\u202etxt", "gnp. txt"),
        ("10\u00a0kg", "10\u00a0kg"),
        ("全\u3000角", "全 角"),
        ("שלום", "שלום"),
    ],
)
def test_one_line(text, line):
    assert one_line(text) == line


@given(ANYTHING)
def test_whatever_it_is_xml_can_hold_it(text):
    line = one_line(text)
    assert line.encode("utf-8").decode("utf-8") == line
    assert not any(ord(char) < 32 or char in "\ufffe\uffff" for char in line)
    assert one_line(line) == line
    assert '"' not in for_attribute(text)
    assert not set("<>") & set(for_label(line))


def test_backslashes_are_doubled_as_often_as_graphviz_reads_them():
    assert for_label(r"\N") == r"\\N"
    assert for_attribute(r"\N") == r"\\\\N"


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        (" https://example.org/ ", "https://example.org/"),
        ("https://example.org/뉴스", "https://example.org/뉴스"),
        ('https://example.org/"><script>', "https://example.org/%22%3E%3Cscript%3E"),
        ("https://example.org/a\\N", "https://example.org/a%5CN"),
        ("https://example.org/\ud800", "https://example.org/%3F"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("\x01javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("//example.org", None),
        ("https:", None),
        ("https://", None),
        ("", None),
        (None, None),
    ],
)
def test_only_links_that_lead_to_the_web_or_to_mail(url, safe):
    assert safe_url(url) == safe


@given(ANYTHING)
def test_an_id_needs_no_quoting(key):
    assert not set(for_id(key)) & set("\"'<>&\\ \n\t")
