"""Whose a list of attributes is, and whether it holds nothing unknown and nothing twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.syntax.attributes import Attribute
from argmap.syntax.slips import Slip
from argmap.syntax.vocabulary import (
    ATTRIBUTES,
    CLASSES,
    KINDS,
    SIGNALS,
    near_attribute,
    near_class,
    near_signal,
    only_near_attribute,
)


def is_ours(items: Iterable[Attribute], anchored: bool) -> bool:
    """Tell whether a list holds one of our words, or a near miss of one.

    ``{claim}`` alone may be a template's or a formula's, so a kind without its dot counts only
    where the list is ``anchored`` by what stands before it, or holds an id or a value.
    """
    items = tuple(items)
    anchored = anchored or any(item.name not in ("", ".") for item in items)
    return any(_is_ours(item, anchored) for item in items)


def _is_ours(item: Attribute, anchored: bool) -> bool:
    if item.name == ".":
        dotted = item.value_start > item.start
        if item.value in CLASSES:
            return dotted or anchored
        return dotted and near_class(item.value) is not None
    return item.name in SIGNALS or (
        item.name not in ("#", "") and near_signal(item.name) is not None
    )


def word_slips(text: str, items: Iterable[Attribute]) -> Iterator[Slip]:
    """Yield what is wrong with the words of a list that is ours and stands in ``text``."""
    seen: dict[str, str] = {}
    kinds = 0
    for item in items:
        if item.name == ".":
            if item.value not in CLASSES:
                yield _unknown_class(item)
            elif f".{item.value}" in seen:
                yield _twice(text, item, f".{item.value} is given twice", "keep one", same=True)
            elif item.value in KINDS:
                kinds += 1
                if kinds > 1:
                    message = f".{item.value} is a second kind"
                    hint = f"a statement has one kind: {', '.join(KINDS)}"
                    yield Slip("several-kinds", item.start, item.end, message, hint)
            seen[f".{item.value}"] = item.value
        elif item.name:
            if item.name in seen:
                what = "an id" if item.name == "#" else item.name
                hint = 'keep one; several ids go in one value, as in supports="a b"'
                same = item.value == seen[item.name]
                yield _twice(text, item, f"{what} is given twice", hint, same=same)
            elif item.name not in ("#", *ATTRIBUTES) and not item.name.startswith("data-"):
                yield _unknown_key(item)
            seen.setdefault(item.name, item.value)


def _twice(text: str, item: Attribute, message: str, hint: str, *, same: bool) -> Slip:
    """Report what is given again; where it says the same, it may go, with a space beside it."""
    if not same:
        return Slip("duplicate-attribute", item.start, item.end, message, hint)
    start, end = item.start, item.end
    while text[start - 1] in " \t":
        start -= 1
    if text[start - 1] == "\n":  # what begins the line may be the ``>`` of a quotation
        start = item.start
        while text[end : end + 1] in (" ", "\t"):
            end += 1
    fix = ((start, end, ""),)
    return Slip(
        "duplicate-attribute", item.start, item.end, message, hint, fix, "Remove the second"
    )


def _unknown_class(item: Attribute) -> Slip:
    near = near_class(item.value)
    message = f".{item.value} is not a kind or a flag"
    known = ", ".join(f".{name}" for name in CLASSES)
    hint = f"known are {known}; other classes go on a span of their own"
    if near is None:
        return Slip("unknown-kind", item.start, item.end, message, hint)
    fix = ((item.start, item.end, f".{near}"),)
    title = f"Use .{near}"
    hint = f"write .{near}"
    return Slip("unknown-kind", item.start, item.end, message, hint, fix, title, safe=False)


def _unknown_key(item: Attribute) -> Slip:
    near = near_attribute(item.name)
    start, stop = item.start, item.start + len(item.name)
    message = f"there is no attribute {item.name!r}"
    if near is None:
        hint = f"known are {', '.join(ATTRIBUTES)}; your own begin with data-"
        return Slip("unknown-attribute", start, stop, message, hint)
    hint = f"write {near}"
    if not only_near_attribute(item.name):
        return Slip("unknown-attribute", start, stop, message, hint)
    fix = ((start, stop, near),)
    title = f"Rename it to {near}"
    return Slip("unknown-attribute", start, stop, message, hint, fix, title, safe=False)
