"""The fixed words of contrasts and of editions, in the languages of :mod:`.map_words`.

They stand between the columns of a page and in the pictures; Markdown, JSON and the terminal say
them in English. A gap never carries a Korean particle, which would depend on what is put there.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["COMPARED"]

COMPARED: Mapping[str, tuple[str, str, str]] = {
    # How two works meet on a question, and their statements.
    "they agree": ("의견이 같음", "看法一致", "hai bên đồng ý"),
    "they dispute": ("의견이 맞섬", "看法對立", "hai bên bất đồng"),
    "they agree in part and dispute in part": (
        "일부는 같고 일부는 맞섬",
        "部分一致，部分對立",
        "đồng ý một phần, bất đồng một phần",
    ),
    "both speak, and pass each other by": (
        "둘 다 말하지만 서로 엇갈림",
        "雙方都談到，但各說各話",
        "cả hai cùng nói nhưng không gặp nhau",
    ),
    "only one speaks": ("한쪽만 말함", "只有一方談到", "chỉ một bên nói"),
    "SUPPORTS": ("뒷받침", "支持", "ỦNG HỘ"),
    "ATTACKS": ("반박", "反駁", "PHẢN BÁC"),
    "CONTRADICT EACH OTHER": ("서로 모순", "互相牴觸", "MÂU THUẪN VỚI NHAU"),
    "SAY THE SAME": ("같은 말", "意思相同", "NÓI CÙNG Ý"),
    "{} supports {}": ("{} → {}: 뒷받침", "{} 支持 {}", "{} ủng hộ {}"),
    "{} attacks {}": ("{} → {}: 반박", "{} 反駁 {}", "{} phản bác {}"),
    "{} contradicts {}": ("{} ↔ {}: 서로 모순", "{} 與 {} 互相牴觸", "{} mâu thuẫn với {}"),
    "{} says the same as {}": ("{} = {}: 같은 말", "{} 與 {} 意思相同", "{} nói cùng ý với {}"),
    "and {} more": ("그 밖에 {}개", "另有 {} 個", "và {} phát biểu nữa"),
    "{} says nothing to this": (
        "{}: 이 물음에 답하지 않음",
        "{}：未回應此問題",
        "{} không nói gì về câu hỏi này",
    ),
    "{} and {}: {}": ("{}, {}: {}", "{}、{}：{}", "{} và {}: {}"),
    "left: {}; right: {}": ("왼쪽: {}; 오른쪽: {}", "左：{}；右：{}", "trái: {}; phải: {}"),
    "left: {}; right: {}; {}": (
        "왼쪽: {}; 오른쪽: {}; {}",
        "左：{}；右：{}；{}",
        "trái: {}; phải: {}; {}",
    ),
    # What a difference between editions is.
    "Main claims and rebuttals lost or added": (
        "핵심 주장이나 반박이 빠지거나 더해짐",
        "主要主張或反駁有增減",
        "Luận đề hoặc phản bác bị mất hay thêm",
    ),
    "Turned round": ("뜻이 뒤집힘", "意思顛倒", "Nghĩa bị đảo ngược"),
    "Attacks lost, added or led elsewhere": (
        "반박이 빠지거나 더해지거나 다른 데로 향함",
        "反駁有增減，或指向他處",
        "Lời phản bác bị mất, thêm hoặc hướng sang chỗ khác",
    ),
    "Figures off by a power of ten": (
        "수치의 자릿수가 다름",
        "數字差了位數",
        "Số liệu lệch một bậc mười",
    ),
    "Other figures": ("다른 수치", "數字不同", "Số liệu khác"),
    "Sense weakened, garbled or the like": (
        "뜻이 약해지거나 흐려짐",
        "意思減弱、含混等",
        "Nghĩa bị giảm nhẹ, làm rối hay tương tự",
    ),
    "Another kind, other flags, another voice": (
        "종류, 표시, 말한 이가 다름",
        "種類、標記或說者不同",
        "Khác loại, khác dấu, khác người nói",
    ),
    "Reasons lost, added or led elsewhere": (
        "근거가 빠지거나 더해지거나 다른 데로 향함",
        "根據有增減，或指向他處",
        "Cơ sở bị mất, thêm hoặc hướng sang chỗ khác",
    ),
    "Figures, names and sources in one only": (
        "한쪽에만 있는 수치, 이름, 출처",
        "只見於一方的數字、名稱、來源",
        "Số liệu, tên, nguồn chỉ có ở một bản",
    ),
    "Another wording": ("다른 표현", "措辭不同", "Diễn đạt khác"),
    # What differs, in a few words; languages are told by their codes.
    "in {} nothing answers {}": (
        "{} 판에서 다음에 대한 답이 없음: {}",
        "{} 版中無人回應：{}",
        "trong bản {} không có gì đáp lại {}",
    ),
    "in {} nothing speaks against {}": (
        "{} 판에서 다음에 대한 반박이 없음: {}",
        "{} 版中無人反駁：{}",
        "trong bản {} không có gì chống lại {}",
    ),
    "in {} nothing supports {}": (
        "{} 판에서 다음의 근거가 없음: {}",
        "{} 版中沒有根據：{}",
        "trong bản {} không có gì ủng hộ {}",
    ),
    "and {} more stand so": (
        "그 밖에 {}개도 그러함",
        "另有 {} 個也是如此",
        "và {} phát biểu nữa cũng vậy",
    ),
    "{} and {}": ("{}, {}", "{}、{}", "{} và {}"),
    "{} is marked {}": ("{} 판의 표시: {}", "{} 版標為：{}", "bản {} được đánh dấu: {}"),
    "reversed": ("뜻이 뒤집힘", "意思顛倒", "đảo ngược"),
    "weakened": ("뜻이 약해짐", "意思減弱", "giảm nhẹ"),
    "strengthened": ("뜻이 세짐", "意思加強", "nhấn mạnh hơn"),
    "garbled": ("뜻이 흐려짐", "意思含混", "rối nghĩa"),
    "wording": ("표현이 다름", "措辭不同", "khác cách diễn đạt"),
    "shade": ("말맛이 다름", "語感不同", "khác sắc thái"),
    "softer": ("말이 부드러워짐", "語氣較軟", "mềm hơn"),
    "tone": ("말투가 다름", "語氣不同", "khác giọng"),
    "named in {} only, in {}": (
        "{} 판에만 나오는 이름: {}",
        "只有 {} 版提到此名：{}",
        "chỉ bản {} nhắc tên, ở {}",
    ),
    "{} in {}, {} in {}": ("{} ({}), {} ({})", "{}（{}），{}（{}）", "{} ({}), {} ({})"),
    "{} in {}": ("{} ({})", "{}（{}）", "{} ({})"),
    "{} in {} only": ("{} ({} 판에만)", "{}（只在 {} 版）", "{} (chỉ ở bản {})"),
    "a claim": ("주장", "主張", "luận điểm"),
    "a premise": ("전제", "前提", "tiền đề"),
    "evidence": ("증거", "證據", "bằng chứng"),
    "a rebuttal": ("반박", "反駁", "phản bác"),
    "a question": ("물음", "問題", "câu hỏi"),
    "said by {}": ("말한 이: {}", "說者：{}", "người nói: {}"),
    "the author's own": ("지은이의 말", "作者自己的話", "lời của tác giả"),
    "from {} in {}, without a source in {}": (
        "{1} 판의 출처: {0}; {2} 판에는 출처 없음",
        "{1} 版的來源：{0}；{2} 版無來源",
        "bản {1} có nguồn: {0}; bản {2} không nêu nguồn",
    ),
    " ({} times as much)": (" ({}배)", "（{} 倍）", " (gấp {} lần)"),
    " (a factor of {})": (" ({}배)", "（{} 倍）", " (bằng {} lần)"),
    "only {} has this {}": (
        "{} 판에만 있는 {}",
        "只有 {} 版有此{}",
        "chỉ bản {} có {} này",
    ),
    "only {} has this {}, which {}": (
        "{} 판에만 있는 {} ({})",
        "只有 {} 版有此{}（{}）",
        "chỉ bản {} có {} này ({})",
    ),
    "main claim": ("핵심 주장", "主要主張", "luận đề"),
    "claim": ("주장", "主張", "luận điểm"),
    "premise": ("전제", "前提", "tiền đề"),
    "rebuttal": ("반박", "反駁", "phản bác"),
    "question": ("물음", "問題", "câu hỏi"),
    "thesis": ("핵심 주장", "主要主張", "luận đề"),
    "unstated {}": ("말하지 않은 {}", "未明說的{}", "{} hàm ẩn"),
    "supports {}": ("뒷받침 대상: {}", "支持 {}", "ủng hộ {}"),
    "attacks {}": ("반박 대상: {}", "反駁 {}", "phản bác {}"),
    "contradicts {}": ("모순 대상: {}", "牴觸 {}", "mâu thuẫn với {}"),
    "restates {}": ("같은 말: {}", "與 {} 同義", "cùng ý với {}"),
    "{} ends early: the last {} statements of {}, to {}, are not there, {} and {} among them": (
        "{0} 판은 일찍 끝남: {2} 판의 끝 진술 {1}개({3}까지)가 없으며, 그 가운데 {4}, {5}",
        "{0} 版提早結束：缺 {2} 版最後 {1} 個陳述（到 {3} 為止），其中有{4}、{5}",
        "bản {0} kết thúc sớm: thiếu {1} phát biểu cuối của bản {2}, đến {3}, gồm {4} và {5}",
    ),
    "{} ends early after {}: the last {} statements of {}, to {}, are not there, "
    "{} and {} among them": (
        "{0} 판은 {1} 다음에 끝남: {3} 판의 끝 진술 {2}개({4}까지)가 없으며, 그 가운데 {5}, {6}",
        "{0} 版在 {1} 之後就結束：缺 {3} 版最後 {2} 個陳述（到 {4} 為止），其中有{5}、{6}",
        "bản {0} kết thúc sau {1}: thiếu {2} phát biểu cuối của bản {3}, đến {4}, gồm {5} và {6}",
    ),
    "{} main claim": ("핵심 주장 {}개", " {} 個主要主張", "{} luận đề"),
    "{} main claims": ("핵심 주장 {}개", " {} 個主要主張", "{} luận đề"),
    "{} rebuttal": ("반박 {}개", " {} 個反駁", "{} phản bác"),
    "{} rebuttals": ("반박 {}개", " {} 個反駁", "{} phản bác"),
    "no": ("0", "0", "0"),
    # On the picture of editions.
    "The editions of {}": ("판 견주기: {}", "各版本：{}", "Các bản của {}"),
    "{}, and what is otherwise in {}": (
        "{} 판, 그리고 {} 판에서 다른 것",
        "{} 版，以及 {} 版的不同之處",
        "bản {}, và những gì khác trong {}",
    ),
    "{}, and nothing is otherwise in {}": (
        "{} 판, 그리고 {} 판에서 다른 것은 없음",
        "{} 版，而 {} 版並無不同之處",
        "bản {}, và không có gì khác trong {}",
    ),
    "nothing answers this in {}": (
        "{} 판에는 이에 대한 답이 없음",
        "{} 版中無人回應此點",
        "trong bản {} không có gì đáp lại điều này",
    ),
    "nothing speaks against this in {}": (
        "{} 판에는 이에 대한 반박이 없음",
        "{} 版中無人反駁此點",
        "trong bản {} không có gì chống lại điều này",
    ),
    "nothing supports this in {}": (
        "{} 판에는 이것의 근거가 없음",
        "{} 版中此點沒有根據",
        "trong bản {} không có gì ủng hộ điều này",
    ),
    "not in {}": ("{} 판에는 없음", "{} 版沒有", "không có trong bản {}"),
    "only in {}": ("{} 판에만 있음", "只在 {} 版", "chỉ có trong bản {}"),
}
