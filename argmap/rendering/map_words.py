"""The fixed words of a map, in the language of its essay: English, Korean, Chinese, Vietnamese.

What draws and compares asks for each by its English (:func:`say`), which is also what any other
language gets. The terms are those of the page (:mod:`argmap.rendering.page.words`). An essay's own
words, ids and links are never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from argmap.rendering.compared_words import COMPARED

__all__ = ["LANGUAGES", "say", "say_counts", "speaking", "spoken"]

LANGUAGES = ("ko", "zh", "vi")
"""Those that there are words in, beside English, in the order of the table."""

_TABLE: dict[str, tuple[str, str, str]] = {
    "THESIS": ("핵심 주장", "主要主張", "LUẬN ĐỀ"),
    "CLAIM": ("주장", "主張", "LUẬN ĐIỂM"),
    "PREMISE": ("전제", "前提", "TIỀN ĐỀ"),
    "EVIDENCE": ("증거", "證據", "BẰNG CHỨNG"),
    "REBUTTAL": ("반박", "反駁", "PHẢN BÁC"),
    "QUESTION": ("물음", "問題", "CÂU HỎI"),
    "assumed": ("가정", "假定", "giả định"),
    "conceded": ("인정함", "承認", "thừa nhận"),
    "implicit": ("암묵", "未明說", "hàm ẩn"),
    "a main claim": ("글의 결론", "全文的結論", "kết luận của bài"),
    "round corners": ("둥근 모서리", "圓角", "góc tròn"),
    "square": ("각진 모서리", "直角", "góc vuông"),
    "folded corner": ("접힌 모서리", "折角", "góc gấp"),
    "cut corners": ("잘린 모서리", "截角", "góc cắt"),
    "double outline": ("두 겹 테두리", "雙框", "viền đôi"),
    "by {}": ("{}의 말", "{}所說", "theo {}"),
    "said by someone else": ("다른 이의 말", "他人所說", "lời của người khác"),
    "supports": ("뒷받침", "支持", "ủng hộ"),
    "attacks": ("반박", "反駁", "phản bác"),
    "undercuts the step": ("추론을 반박", "反駁推論", "phản bác bước suy luận"),
    "contradict each other": ("서로 모순", "互相牴觸", "mâu thuẫn với nhau"),
    "say the same": ("같은 말", "意思相同", "nói cùng ý"),
    "premises that work together": (
        "함께 받치는 전제",
        "共同支持的前提",
        "các tiền đề cùng làm cơ sở",
    ),
    "step": ("추론", "推論", "bước"),
    "attack": ("반박", "反駁", "phản bác"),
    "a step of its own": ("이름 붙은 추론", "有名稱的推論", "bước suy luận có tên"),
    "rests on no evidence and no stated assumption": (
        "증거도, 밝힌 가정도 없음",
        "既無證據，也無明說的假定",
        "không dựa trên bằng chứng hay giả định đã nêu",
    ),
    "Source: {}": ("출처: {}", "來源：{}", "Nguồn: {}"),
    "Questions": ("물음", "問題", "Câu hỏi"),
    "Not linked to anything": (
        "아무것과도 이어지지 않음",
        "沒有連結",
        "Không nối với phát biểu nào",
    ),
    "Not linked to the others here": (
        "여기 다른 진술과 이어지지 않음",
        "與此處其他陳述沒有連結",
        "Không nối với các phát biểu khác ở đây",
    ),
    "STANDS": ("성립", "成立", "ĐỨNG VỮNG"),
    "FALLS": ("무너짐", "不成立", "ĐỔ"),
    "CONTESTED": ("다툼 있음", "有爭議", "CÒN TRANH CÃI"),
    "OPEN": ("미정", "未定", "CÒN NGỎ"),
    "has grounds, and nothing that holds speaks against it": (
        "근거가 있고, 유효한 반박이 없음",
        "有根據，且無成立的反駁",
        "có cơ sở, và không có gì đứng vững chống lại",
    ),
    "something that holds speaks against it": (
        "유효한 반박이 있음",
        "有成立的反駁",
        "có điều đứng vững chống lại",
    ),
    "there is something for it and something against it": (
        "근거도 있고 반박도 있음",
        "有根據，也有反駁",
        "có điều ủng hộ và có điều chống lại",
    ),
    "no grounds that hold, and nothing that holds against it": (
        "유효한 근거도, 유효한 반박도 없음",
        "既無成立的根據，也無成立的反駁",
        "không có cơ sở đứng vững, cũng không có gì đứng vững chống lại",
    ),
    "This is what the marks in the text imply, not who is right.": (
        "글에 단 표시에서 따라 나오는 것일 뿐, 누가 옳은지를 말하지 않습니다.",
        "這是由文中標記推得的，並不表示誰對誰錯。",
        "Đây là điều suy ra từ các đánh dấu trong bài, không phải là ai đúng.",
    ),
    "the thicker a box's line, the stronger it is ({}, from 0 to 1)": (
        "테두리가 굵을수록 강함 ({}, 0에서 1까지)",
        "外框越粗，強度越大（{}，0 到 1）",
        "viền càng dày thì càng mạnh ({}, từ 0 đến 1)",
    ),
    "{} ground": ("근거 {}개", "{} 個根據", "{} cơ sở"),
    "{} grounds": ("근거 {}개", "{} 個根據", "{} cơ sở"),
    "{} answer": ("답변 {}개", "{} 個回應", "{} lời đáp"),
    "{} answers": ("답변 {}개", "{} 個回應", "{} lời đáp"),
    "{} objection": ("반론 {}개", "{} 個異議", "{} phản đối"),
    "{} objections": ("반론 {}개", "{} 個異議", "{} phản đối"),
    "{} answered": ("{} (답함)", "{}（已回應）", "{} đã được đáp"),
    "{} unanswered": ("{} (답하지 않음)", "{}（未回應）", "{} chưa được đáp"),
    "… {} statement between": ("… 사이에 진술 {}개", "… 中間有 {} 個陳述", "… {} phát biểu ở giữa"),
    "… {} statements between": (
        "… 사이에 진술 {}개",
        "… 中間有 {} 個陳述",
        "… {} phát biểu ở giữa",
    ),
    "… by way of a step": ("… 추론을 거쳐", "… 經由推論", "… qua một bước suy luận"),
    "Said by {}": ("말한 이: {}", "說者：{}", "Người nói: {}"),
    "Cited as: {}": ("인용 표기: {}", "引用：{}", "Dẫn: {}"),
    "Date: {}": ("날짜: {}", "日期：{}", "Ngày: {}"),
    "Quote: {}": ("인용: {}", "引文：{}", "Trích: {}"),
    "Link: {}": ("링크: {}", "連結：{}", "Liên kết: {}"),
    "Rests on no evidence and no stated assumption.": (
        "증거도, 밝힌 가정도 없음.",
        "既無證據，也無明說的假定。",
        "Không dựa trên bằng chứng hay giả định đã nêu.",
    ),
    "As annotated: {}": ("표시에 따르면: {}", "依標記：{}", "Theo đánh dấu: {}"),
    "Strength: {}": ("세기: {}", "強度：{}", "Độ mạnh: {}"),
    "the {} main statements of {}": (
        "진술 {1}개 가운데 핵심 {0}개",
        "{1} 個陳述中的 {0} 個主要陳述",
        "{0} phát biểu chính trong số {1}",
    ),
    "{} of {} statements": (
        "진술 {1}개 가운데 {0}개",
        "{1} 個陳述中的 {0} 個",
        "{0} trong số {1} phát biểu",
    ),
    "{} statements": ("진술 {}개", "{} 個陳述", "{} phát biểu"),
    "{} more speak to this": (
        "이 물음에 답하는 진술 {}개 더",
        "另有 {} 個回應此問題",
        "còn {} phát biểu nữa",
    ),
    "sheet {} of {}": ("{1}장 가운데 {0}번째 장", "第 {0} 張，共 {1} 張", "tờ {0} trên {1}"),
    "part {} of {}": ("{1}부분 가운데 {0}번째", "{1} 部分之{0}", "phần {0} trên {1}"),
    "cut at the solid marks, lay over the grey bars, tape": (
        "실선 표시에서 자르고, 회색 막대 위에 겹쳐 붙이세요",
        "沿實線標記裁開，疊在灰條上黏合",
        "cắt theo vạch liền, đặt lên thanh xám rồi dán lại",
    ),
    "→ also on sheet {}": ("→ {}번째 장에도", "→ 亦見第 {} 張", "→ cũng ở tờ {}"),
    "→ also on sheets {}": ("→ {}번째 장에도", "→ 亦見第 {} 張", "→ cũng ở các tờ {}"),
    **COMPARED,
}

_WORDS: dict[str, Mapping[str, str]] = {
    lang: {english: others[number] for english, others in _TABLE.items()}
    for number, lang in enumerate(LANGUAGES)
}
_NUMBER = re.compile(r"\b\d+\b")
_NONE: Mapping[str, str] = {}
_LANG: ContextVar[str] = ContextVar("lang", default="")


def say(english: str, *given: object) -> str:
    """Return fixed words in the language in force, with what is given put in for each ``{}``."""
    words = _WORDS.get(_LANG.get(), _NONE).get(english, english)
    return words.format(*given) if given else words


def say_counts(english: str) -> str:
    """Return what a view says of itself, ``3 of 8 statements``, in the language in force."""
    if not _LANG.get():
        return english
    said = []
    for part in re.split("( · |; )", english):
        template = _NUMBER.sub("{}", part)
        numbers = _NUMBER.findall(part)
        said.append(say(template, *numbers) if template in _TABLE else part)
    return "".join(said)


def spoken() -> str:
    """Return the language in force, as ``"ko"``; empty for English."""
    return _LANG.get()


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Use the words of a language, as ``zh-Hant``, in this block and thread; else English."""
    first = lang.partition("-")[0].lower()
    token = _LANG.set(first if first in LANGUAGES else "")
    try:
        yield
    finally:
        _LANG.reset(token)
