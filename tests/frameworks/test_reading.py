"""The three formats of ICCMA, in and out, and every way of getting them wrong."""

from __future__ import annotations

import re
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import ArgmapError
from argmap.formats.frameworks.iccma import FrameworkFormat, read_framework, write_framework
from argmap.weigh.frameworks import Framework

APX, TGF, P_AF = FrameworkFormat

GOOD = {
    "apx": ("arg(a).\narg(b).\natt(a,b).\n", APX, "a b", "ab"),
    "apx, all on one line": ("arg(a).arg(b). att(a,b).", APX, "a b", "ab"),
    "apx, attacks first": ("att(a,b).\narg(b).\narg(a).", APX, "b a", "ab"),
    "apx with comments": ("% one\n# two\n\narg(a). % three\narg(b).%\natt(a,b).", APX, "a b", "ab"),
    "apx with spaces": (" arg ( a ) . \r\n\targ(b)\t.\r\natt( a , b ).\r\n", APX, "a b", "ab"),
    "apx, an attack twice": ("arg(a).\natt(a,a).\natt(a,a).", APX, "a", "aa"),
    "apx, names as they are": ("arg(주장-1).\narg(%b).\natt(주장-1,%b).", APX, "주장-1 %b", None),
    "tgf": ("a\nb\n#\na b\n", TGF, "a b", "ab"),
    "tgf with spaces": ("\n a\r\nb \r\n # \r\n\r\na \t b", TGF, "a b", "ab"),
    "tgf with old line ends": ("a\rb\r#\ra b\r", TGF, "a b", "ab"),
    "tgf of numbers": ("1\n2\n#\n1 2", TGF, "1 2", "12"),
    "tgf with a name that another format begins with": ("p\narg\n#\np p", TGF, "p arg", "pp"),
    "tgf without attacks": ("a\n#", TGF, "a", ""),
    "tgf of nothing": ("#\n", TGF, "", ""),
    "p af": ("p af 2\n1 2\n", P_AF, "1 2", "12"),
    "p af with comments": ("# one\n\np af 2\n# 2 1\n1 2", P_AF, "1 2", "12"),
    "p af with spaces": (" p  af\t2 \r\n 1\t2 \r\n", P_AF, "1 2", "12"),
    "p af of nothing": ("p af 0", P_AF, "", ""),
    "p af with a byte order mark": ("\ufeffp af 1\n1 1", P_AF, "1", "11"),
}
BAD = {
    "nothing": ("", "F holds no framework: write one in apx, tgf or p af"),
    "comments alone": ("# a\n% b\n", "F holds no framework: write one in apx, tgf or p af"),
    "an essay": (
        "# Tea\n\n[Tea cools]{#tea .claim}\n",
        "F, line 3: '[Tea cools]{#tea .claim}' begins no framework: that is p af N, arg(a). or, in tgf,",
    ),
    "another format": (
        "p cnf 3 2\n",
        "F, line 1: 'p cnf 3 2' should be p af and the number of arguments",
    ),
    "a change to a framework": ("arg(a).\n+att(a,a).", "F, line 2: '+att(a,a).' should be a fact"),
    "a control character": ("a\r\nb\x1b[2J\r\n#", "F, line 2: '\\x1b' is a control character"),
    "no dot": (
        "arg(a).\narg(b)\n",
        "F, line 2: 'arg(b)' should be a fact, as arg(a). or att(a,b).",
    ),
    "a space in a name": ("arg(a b).", "F, line 1: 'arg(a b).' should be a fact"),
    "no name": ("arg().", "F, line 1: 'arg().' should be a fact"),
    "a comment of the wrong kind": ("arg(a). # b", "F, line 1: '# b' should be a fact"),
    "an argument of two": ("arg(a,b).", "F, line 1: 'arg(a,b).': arg takes one, as arg(a)."),
    "an attack on nothing": ("arg(a). att(a).", "F, line 1: 'att(a).': att takes two arguments"),
    "an argument twice in apx": (
        "arg(a).\narg(a).",
        "F, line 2: the argument 'a' is stated already: keep one",
    ),
    "not stated in apx": (
        "arg(a).\natt(a,b).",
        "F, line 2: 'b' is no argument: state it, as arg(b).",
    ),
    "an argument twice in tgf": ("a\nb\na\n#", "F, line 3: the argument 'a' is stated already"),
    "not stated in tgf": (
        "a\n#\nb a",
        "F, line 3: 'b' is no argument: state it, as b before the line #",
    ),
    "a label in tgf": (
        "1 one\n#",
        "F, line 1: '1 one' should be one name; attacks follow a line #",
    ),
    "half an attack in tgf": ("a\n#\na", "F, line 3: 'a' should be two arguments"),
    "a label on an attack": ("a\n#\na a x", "F, line 3: 'a a x' should be two arguments"),
    "two separators": ("a\n#\n#", "F, line 3: a second line #"),
    "no separator": ("a\nb\n", "F, line 1: 'a' begins no framework"),
    "no number": ("p af", "F, line 1: 'p af' should be p af and the number of arguments"),
    "two numbers": ("p af 2 1\n1 2", "F, line 1: 'p af 2 1' should be p af and the number"),
    "a negative number": ("p af -1", "F, line 1: 'p af -1' should be p af and the number"),
    "too many": (
        "p af 10000000000",
        "F, line 1: '10000000000' arguments are more than are read of so short a file, which is 200000",
    ),
    "far too many": ("p af 1" + "0" * 9000, "F, line 1: '1000"),
    "attacks first in p af": ("#\n\np af 2\n1 2\np af 2", "F, line 5: a second p line"),
    "beyond the count": ("p af 2\n1 3", "F, line 2: '3' is no argument: the arguments are 1 to 2"),
    "nought": ("p af 2\n0 1", "F, line 2: '0' is no argument: the arguments are 1 to 2"),
    "a number in other digits": ("p af 2\n1 ٢", "F, line 2: '٢' is no argument"),
    "an attack on none": ("p af 0\n1 1", "F, line 2: '1' is no argument: there are no arguments"),
    "half an attack": ("p af 2\n1", "F, line 2: '1' should be two arguments: the first attacks"),
    "an attack of three": ("p af 2\n1 2 0", "F, line 2: '1 2 0' should be two arguments"),
}


def named(framework: Framework) -> list[tuple[str, str]]:
    return [(framework.arguments[a], framework.arguments[b]) for a, b in framework.attacks]


@pytest.mark.parametrize(("text", "format_", "names", "attack"), GOOD.values(), ids=GOOD)
def test_read(text, format_, names, attack):
    framework, found = read_framework(text.encode(), "F")
    assert (found, framework.arguments) == (format_, tuple(names.split()))
    assert named(framework) == (
        [("주장-1", "%b")] if attack is None else [tuple(attack)][: len(attack)]
    )


@pytest.mark.parametrize(("text", "message"), BAD.values(), ids=BAD)
def test_refused(text, message):
    with pytest.raises(ArgmapError) as refused:
        read_framework(text.encode(), "F")
    told = str(refused.value)
    assert told.startswith(message)
    assert len(told.splitlines()) == 1
    assert len(told) < 200
    assert told.isprintable()


def test_not_utf_8():
    with pytest.raises(ArgmapError, match=r"^F is not text in UTF-8 \(byte 9, on line 2, is not\)"):
        read_framework(b"arg(a).\n\xff", "F")


def test_arguments_that_are_not_there_take_no_memory():
    tracemalloc.start()
    try:
        with pytest.raises(ArgmapError, match="more than are read"):
            read_framework(b"p af 10000000000\n1 2\n", "F")
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_a_long_file_may_state_more_arguments_than_a_short_one(monkeypatch):
    monkeypatch.setattr("argmap.formats.frameworks.iccma._MANY", 3)
    assert len(read_framework(b"p af 3", "F")[0].arguments) == 3
    with pytest.raises(ArgmapError, match="which is 7"):
        read_framework(b"p af 20", "F")
    assert len(read_framework(b"# 34567\np af 14", "F")[0].arguments) == 14


names = st.lists(
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Z")), min_size=1, max_size=3)
    .filter(lambda name: not re.search(r"[(),\ufeff\s]", name) and name != "#"),
    unique=True,
    max_size=5,
)  # fmt: skip


@st.composite
def frameworks(draw):
    arguments = tuple(draw(names))
    if not arguments:
        return Framework((), ())
    ends = st.integers(0, len(arguments) - 1)
    attacks = draw(st.lists(st.tuples(ends, ends), unique=True, max_size=8))
    return Framework(arguments, tuple(attacks))


@settings(max_examples=25)
@given(frameworks(), st.sampled_from([APX, TGF]))
def test_what_is_written_is_read_again(framework, format_):
    if not framework.arguments and format_ is APX:
        with pytest.raises(ArgmapError, match=r"^apx cannot hold a framework without arguments"):
            write_framework(framework, format_)
        return
    written = write_framework(framework, format_)
    assert read_framework(written.encode(), "F") == (framework, format_)


@settings(max_examples=20)
@given(frameworks())
def test_p_af_keeps_all_but_the_names(framework):
    written = write_framework(framework, P_AF)
    again, format_ = read_framework(written.encode(), "F")
    assert format_ is P_AF
    assert again.attacks == framework.attacks
    assert len(again.arguments) == len(framework.arguments)
    assert write_framework(again, P_AF).count("#") == 0
    for number, name in enumerate(framework.arguments, 1):
        assert name == str(number) or f"\n# {number} is {name}\n" in written


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        ("a b", TGF),
        ("#", TGF),
        ("arg(a).", TGF),
        ("a,b", APX),
        ("a b", APX),
        ("", APX),
        ("a\nb", P_AF),
    ],
)
def test_names_that_a_format_cannot_hold(name, format_):
    with pytest.raises(ArgmapError, match=f"^{format_} cannot hold the name "):
        write_framework(Framework((name,), ()), format_)


@settings(max_examples=20)
@given(st.text("parg()tf.,#% 12\n\rab\t", max_size=40) | st.binary(max_size=30))
def test_anything_is_read_or_refused_in_one_line(text):
    told = ""
    try:
        read_framework(text.encode() if isinstance(text, str) else text, "F")
    except ArgmapError as error:
        told = str(error)
    assert len(told.splitlines()) <= 1
