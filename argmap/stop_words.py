"""Words that carry no weight of their own, in some languages.

Short on purpose, and our own: they decide only what an id is made of. Words that turn a sentence
round (no, not, never, don't) are not among them, nor words that in another of these languages
carry weight.
"""

from __future__ import annotations

__all__ = ["PARTICLES", "STOP_WORDS"]

_ENGLISH = """
a about above across after again against all almost alone along already also although always am
among an and another any anybody anyone anything are around as at away be became because become
becomes been before being below between both but by came can cannot come comes could did do does
doing done down during each either else enough even ever every everyone everything far few for
from further gave get gets getting give given go goes going gone got had has have having he
hence her here hers herself him himself his how however i if in indeed instead into is it its
itself just last least less let like likely made make makes making many may maybe me might mine
more most mostly much must my myself neither now of off often on once one only onto or other
others our ours ourselves out over own perhaps put quite rather really said same saw say says
see seem seems shall she should since so some somebody someone something such take taken takes
than that the their theirs them themselves then there therefore these they thing things this
those though through thus to together too toward towards under until unto up upon us use used
uses using very via was way we well went were what whatever when where whereas whether which
while who whole whom whose why will with within would yes yet you your yours yourself thats
theres theyre weve youre ive im id ill hes shes
"""
_VIETNAMESE = """
và là của có các những một mà thì để với cho trong trên dưới từ đến được bị này kia đó ấy đã
đang sẽ cũng rằng nên vì nếu khi như hoặc ở ra vào lại rất thật mọi mỗi chỉ còn do bởi theo về
gì nào thế
"""
_KOREAN = """
그리고 그러나 하지만 그런데 그래서 또 또는 또한 및 등 이 그 저 것 수 때 더 안에 위해 대한 대해
그것은 그것이 이것은 이것이 있다 있는 한다 하는 된다 되는 이다 매우 아주 모든 어떤 같은
"""
_RUSSIAN = """
а без более бы был была были было быть в вам вас во вот все всё вы да даже для до его ее её если
есть еще ещё же за и из или им их к как ко когда кто ли либо мне мы на над наш но о об однако он
она они оно от очень по под при с со так также там те тем то того тоже только том тот ты у уже
хотя чего чей чем что чтобы эта эти это этот я
"""
_GREEK = """
ο η το οι τα του της των τον την τους τις ένα ένας μια και ή αλλά που πως ότι να θα με σε στο
στη στην στον στα από για είναι ήταν έχει έχουν αυτό αυτός αυτή ως αν όταν γιατί
"""

STOP_WORDS = frozenset(
    word.casefold()
    for words in (_ENGLISH, _VIETNAMESE, _KOREAN, _RUSSIAN, _GREEK)
    for word in words.split()
)
"""Such words, casefolded, without apostrophes."""

PARTICLES = "的了是在和與与也都就把被及之而於于以所其這这那個个們们着著過过吗嗎呢吧"
"""Chinese characters that mostly stand between words."""
