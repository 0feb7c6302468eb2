"""Every mark is read where it stands, whatever it stands in."""

from __future__ import annotations

from hypothesis import given

from argmap.syntax import Form, read
from tests.syntax.documents import Generated, documents, lines_of


def seen(generated: Generated):
    """What should be read, in the form of what is."""
    marks = generated.marks
    for mark in marks:
        inner = mark.inner
        text_range = generated.range(inner) if inner else (generated.range(mark.whole)[1],) * 2
        yield {
            "form": mark.form,
            "id": mark.id and (mark.id[0], generated.range(mark.id[1])),
            "classes": [(name, generated.range(place)) for name, place in mark.classes],
            "attributes": [
                (v.name, v.value, generated.range(v.whole), generated.range(v.inner))
                for v in mark.values
            ],
            "text": mark.text,
            "range": generated.range(mark.whole),
            "text_range": text_range,
            "attributes_range": generated.range(mark.attributes),
            "parent": None if mark.parent is None else marks.index(mark.parent),
        }


def found(document):
    for mark in document.marks:
        yield {
            "form": mark.form,
            "id": mark.id and (mark.id.text, mark.id.range),
            "classes": [(word.text, word.range) for word in mark.classes],
            "attributes": [(a.name, a.value, a.range, a.value_range) for a in mark.attributes],
            "text": mark.text,
            "range": mark.range,
            "text_range": mark.text_range,
            "attributes_range": mark.attributes_range,
            "parent": mark.parent,
        }


@given(documents())
def test_everything_is_where_it_was_written(generated):
    document = read(generated.text)
    assert document.faults == ()
    assert list(found(document)) == list(seen(generated))


@given(documents())
def test_a_range_cuts_the_mark_out_of_the_source(generated):
    lines = list(lines_of(generated.text))

    def cut(place):
        first, last = place.start.line, place.end.line
        chosen = lines[first - 1 : last]
        chosen[-1] = chosen[-1][: place.end.column - 1]
        chosen[0] = chosen[0][place.start.column - 1 :]
        return "\n".join(chosen)

    for mark in read(generated.text).marks:
        assert cut(mark.attributes_range)[0] + cut(mark.attributes_range)[-1] == "{}"
        whole = cut(mark.range)
        if mark.form is Form.SPAN:
            assert (whole[0], whole[-1]) == ("[", "}")
        elif mark.form is Form.COMMENT_SPAN:
            assert whole.startswith("<!--{")
            assert whole.endswith("<!--/-->")
        elif mark.form is Form.BLOCK:
            assert whole.startswith(":::")
            assert whole.endswith(":::")
        for word in mark.classes:
            assert cut(word.range) == f".{word.text}"
        if mark.id:
            assert cut(mark.id.range) == mark.id.text
        for attribute in mark.attributes:
            assert cut(attribute.range).startswith(f"{attribute.name}=")
            for word in attribute.words:
                assert cut(word.range) == word.text
