"""In which script the Chinese of a picture is, by its characters: it decides the fonts.

Most characters are the same in both scripts. The two national sets tell the others: GB 2312 has
those of simplified Chinese, Big5 those of traditional Chinese, and Python has both as codecs.
"""

from __future__ import annotations

import re
from typing import Literal

__all__ = ["chinese_in"]

_HAN = re.compile("[\u4e00-\u9fff]")
_OTHER = re.compile("[\u3041-\u30ff\uac00-\ud7a3]")
"""Kana and Hangul: Japanese shares many of the simplified forms."""


def chinese_in(text: str) -> Literal["", "zh-Hans", "zh-Hant"]:
    """Tell in which script the Chinese of a text is: that in which more of its characters are.

    Those of one script only count; where they are as many, it is the traditional. Nothing where
    there is no Chinese, and for Japanese and Korean; linear.
    """
    if text.isascii():
        return ""
    seen = "".join(sorted(set(text)))
    han = _HAN.findall(seen)
    if not han or _OTHER.search(seen):
        return ""
    sets = [(_has("gb2312", char), _has("big5", char)) for char in han]
    simplified = sets.count((True, False)) > sets.count((False, True))
    return "zh-Hans" if simplified else "zh-Hant"


def _has(charset: str, char: str) -> bool:
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
