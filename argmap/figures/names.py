"""Digits that are no figures: in names of models and products, and in the marks of lists."""

from __future__ import annotations

import re

_NAMES = (
    "gpt|o|chatgpt|claude|llama|gemini|gemma|grok|mistral|qwen|sonnet|opus|haiku|phi|copilot|windows"
    "|office|microsoft|iphone|ipad|ios|android|galaxy|pixel|xbox|playstation|ps|web|python|java|html"
    "|chapter|section|figure|fig|table|page|no|step|phase|series|level|tier|version|ver|model|gen"
    "|rtx|route|highway|room|floor|boeing|airbus|formula|area|blackwell|g|b|h|a|v"
)
_NAME_BEFORE = re.compile(
    rf"(?:(?<![A-Za-zÀ-ỹ])(?:{_NAMES})\.?[\s-]|[A-Za-z_]['’]?[-–]?|#|§|№|제|第|(?<=\d)[.:/])\Z",
    re.IGNORECASE,
)
_MARK_AFTER = re.compile(r"[.)、](?!\d)")
_MARK_BEFORE = re.compile(r"(?:\A|\n|#\s|[.!?。！？…:：;；,)”\"]\s?|\s{2}|\A\s+|\n\s+)\Z")
_LETTER = re.compile(r"[A-Za-z_]")
# Hangul directly behind digits is a particle or a unit; else it goes on with a name: 82스타트업.
_PARTICLE = "이가은는을를의에로으와과도만까부보나든라며씩였입인일임정여"
_HANGUL = re.compile(rf"(?![{_PARTICLE}])[가-힣]")
_CAPITAL = re.compile(r"\s[A-Z][A-Za-z]{2,}")
_WINDOW = 16


def is_name(text: str, start: int, end: int, lang: str, *, has_unit: bool, bare: bool) -> bool:
    """Tell whether digits in a text belong to a name or to the marks of a list.

    ``has_unit`` says that a unit of money or the like follows: then what stands directly before is
    no part of a name (``OpenAI100億美元``); ``bare`` that no unit does.
    """
    before = text[max(0, start - _WINDOW) : start]
    digits = text[start:end]
    if has_unit:
        return bool(re.search(r"[A-Za-z]-\Z", before))
    if _NAME_BEFORE.search(before) or digits == "365":
        return True
    after = text[end : end + _WINDOW]
    if _LETTER.match(after) or (bare and _HANGUL.match(after)):
        return True
    if lang != "en" and digits.isdigit() and _CAPITAL.match(after):
        return True
    if before.endswith("(") and after.startswith(")"):
        return len(digits) <= 2
    if after[:1] == ":" and after[1:2].isdigit():
        return True  # the time of day
    if after[:1] == "/" and after[1:2].isdigit():
        return True
    return len(digits) <= 2 and bool(_MARK_AFTER.match(after) and _MARK_BEFORE.search(before))
