"""Data from anywhere: encodings, depth, entities, aliases; each one clear line at its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from argmap.formats.interface import Head, Source, Unreadable
from argmap.formats.safe.decoding import text_of
from argmap.formats.safe.json import read_json
from argmap.formats.safe.xml import read_xml
from argmap.formats.safe.yaml import read_yaml


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("가\r\n".encode(), "가\r\n"),
        ("가".encode("utf-8-sig"), "가"),
        ("가".encode("utf-16"), "가"),
        ("abc".encode("utf-16-le"), "abc"),
        ("abc".encode("utf-16-be"), "abc"),
        ("가".encode("utf-32"), "가"),
        (b"", ""),
        (b"a\0b", "a\ufffdb"),
    ],
)
def test_text_is_decoded_by_what_its_bytes_say(data: bytes, text: str) -> None:
    assert text_of(data) == (text, ())


@pytest.mark.parametrize(
    ("data", "text", "place"),
    [
        (b"one\ncaf\xe9", "one\ncafé", "2:4-2:5"),
        (b"\x93so\x94", "“so”", "1:1-1:2"),
        (b"\xff\xfea", "\ufffd", "1:1-1:2"),
        (b"\xef\xbb\xbfab\xff", "ab\ufffd", "1:3-1:4"),
    ],
)
def test_a_guess_at_an_encoding_is_told(data: bytes, text: str, place: str) -> None:
    decoded, (fault,) = text_of(data)
    assert (decoded, fault.rule, str(fault.range)) == (text, "not-utf8", place)


Read = Callable[[Source], Any]


@pytest.mark.parametrize(
    ("read", "data", "message", "place"),
    [
        (read_json, b"", "it is not JSON: expecting value", "1:1"),
        (read_json, b'{"a":\n x}', "it is not JSON: expecting value", "2:2"),
        (read_json, b"[" * 1_000_000, "its lists and objects nest more than 200 deep", "1:201"),
        (read_json, b'{"a":' * 300_000, "its lists and objects nest more than 200 deep", "1:1001"),
        (read_json, b"[\n1, " + b"9" * 5000 + b"]", "it is not JSON that can be read", "2:4"),
        (read_json, b"[1e999]", "it is not JSON that can be read: the number 1e999 is too", "1:1"),
        (read_json, b"[NaN]", "it is not JSON that can be read: NaN is no number in JSON", "1:1"),
        (read_xml, b"", "it is not XML: no element found", "1:1"),
        (read_xml, b"<a>\n</b>", "it is not XML: mismatched tag", "2:3"),
        (read_xml, b"<a>" * 100_000, "its elements nest more than 200 deep", "1:601"),
        (
            read_xml,
            b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
            "it declares a document type",
            "1:13",
        ),
        (
            read_xml,
            b'<!DOCTYPE a SYSTEM "file:///etc/hosts"><a/>',
            "it declares a document type",
            "1:39",
        ),
        (read_xml, b"<a>&x;</a>", "it is not XML: undefined entity", "1:4"),
        (
            read_xml,
            b"<?xml version='1.0' encoding='nought'?><a/>",
            "it is not in the encoding",
            "1:1",
        ),
        (read_yaml, b"[" * 100_000, "its lists and mappings nest more than 100 deep", "1:101"),
        (read_yaml, b"- " * 10_000, "its lists and mappings nest more than 100 deep", "1:201"),
        (read_yaml, b"a: &x [1]\nb: *x", "it uses an alias", "2:4"),
        (read_yaml, b"? [a]\n: b", "a list or mapping stands as a key", "1:3"),
        (read_yaml, b"a: b: c", "it is not YAML: mapping values are not allowed", "1:5"),
        (read_yaml, b"\x01", "it holds the character U+0001", "1:1"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(
    read: Read, data: bytes, message: str, place: str
) -> None:
    with pytest.raises(Unreadable) as caught:
        read(Source("x", data))
    said = str(caught.value)
    assert said.startswith(message)
    assert "\n" not in said
    assert len(said) < 300
    assert str(caught.value.place.start) == place


def test_json_of_others_may_be_untidy() -> None:
    data = '{"a": 1, "a": 2, "\\ud800": ["\\udc00", 1.5, null]}'
    assert read_json(Source("x", data.encode("utf-16"))) == (
        {"a": 2, "\ufffd": ["\ufffd", 1.5, None]},
        (),
    )
    deep = "[" * 200 + "]" * 200
    assert read_json(Source("x", deep.encode()))[1] == ()
    assert read_json(Source("x", ('["' + "[" * 999 + '"]').encode()))[0] == ["[" * 999]
    data, (fault,) = read_json(Source("x", b'["caf\xe9"]'))
    assert (data, fault.rule) == (["café"], "not-utf8")


def test_xml_elements_know_their_place_and_text() -> None:
    root, faults = read_xml(
        Source("x", '\ufeff<a x:b="1" c="2">\n가<d/>&lt;<![CDATA[<]]></a>'.encode())
    )
    assert (root.tag, dict(root.attributes), root.text, faults) == (
        "a",
        {"b": "1", "c": "2"},
        "\n가<<",
        (),
    )
    assert str(root.children[0].range.start) == "2:2"
    assert root.find("d") is root.children[0]
    assert root.find("e") is None
    declared = "<?xml version='1.0' encoding='euc-kr'?><a>가</a>".encode("euc-kr")
    assert read_xml(Source("x", declared))[0].text == "가"
    root, (fault,) = read_xml(Source("x", b"<a>caf\xe9</a>"))
    assert (root.text, fault.rule) == ("café", "not-utf8")


def test_yaml_scalars_are_text() -> None:
    text = "a: 1\nb: [yes, '', ~, 0x1F]\nc:\nd: !!python/object:os.system x\na: 2\n"
    assert read_yaml(Source("x", text.encode()))[0] == {
        "a": "2", "b": ["yes", "", "~", "0x1F"], "c": None, "d": "x",
    }  # fmt: skip
    assert read_yaml(Source("x", b"")) == (None, ())


def test_a_head_tells_keys_and_roots_of_what_is_cut_off() -> None:
    text = '{"nodes": [{"id": 1, "x": "{\\"no\\": 1}"}], "edges" : [], "cut": "off'
    assert Head(text.encode()).keys == {"nodes", "edges", "cut"}
    assert Head(b'["nodes"]').keys == frozenset()
    assert Head(b"<?xml version='1.0'?>\n<!-- <b> -->\n<x:graph id='1'>").root == "graph"
    assert Head(b"no <b>").root == ""
    assert Head(b'{"a"' * 50_000).keys == frozenset()
