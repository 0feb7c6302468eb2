"""Every kind of difference between editions, in four languages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from argmap.compare.editions import Effect, Loss, Rank, What, compare_editions, works_with_editions
from argmap.errors import ArgmapError
from tests.editions.works import BODY, drift, edition, graph_of, said, without

OTHERS = ("ko", "zh-Hant", "vi")
EN = edition("en")


@pytest.mark.parametrize("lang", OTHERS)
def test_faithful_editions_differ_in_nothing(lang):
    assert drift(EN, edition(lang)).differences == ()
    assert drift(EN, edition(lang)).shared == 6


@pytest.mark.parametrize("lang", OTHERS)
def test_a_rebuttal_lost_leaves_its_target_unanswered_and_comes_first(lang):
    one, two = drift(EN, without(lang, "cheaper", "leaves")).differences
    assert (one.id, one.edition) == ("cheaper", None)
    assert one.rank is Rank.MAIN
    assert one.effects == (Effect(Loss.UNANSWERED, "coffee", lang),)
    assert (two.id, two.rank) == ("leaves", Rank.SUPPORT)
    assert two.effects == (Effect(Loss.UNSUPPORTED, "cost", lang),)


def test_what_the_other_edition_adds_is_the_mirror_of_what_it_lacks():
    (one,) = drift(without("ko", "cheaper"), EN).differences
    assert (one.id, one.base, one.edition) == ("cheaper", None, "tea@en:cheaper")
    assert one.effects == (Effect(Loss.UNANSWERED, "coffee", "ko"),)


def test_a_main_claim_lost_takes_no_links_to_it_into_the_list():
    found = drift(EN, without("vi", "bad")).differences
    assert [(each.id, each.rank) for each in found] == [("bad", Rank.MAIN)]


def test_a_thesis_that_is_none_elsewhere_comes_first():
    (one,) = drift(EN, edition("ko", (".claim .thesis", ".claim"))).differences
    assert said(one) == [(Rank.MAIN, What.FLAGS, "thesis", "")]


def test_of_equally_grave_differences_that_of_a_main_claim_comes_first():
    body = "[A cup costs much]{#cost .premise .assumed supports=bad}. [Tea is bad]{#bad .claim .thesis}.\n"
    weak = body.replace(".assumed", ".assumed sense=weakened").replace(
        ".thesis", ".thesis sense=garbled"
    )
    found = drift(edition("en", body=body), edition("ko", body=weak)).differences
    assert [(each.id, each.rank) for each in found] == [("bad", Rank.SENSE), ("cost", Rank.SENSE)]


@pytest.mark.parametrize("lang", OTHERS)
@pytest.mark.parametrize(
    ("sense", "rank"),
    [("reversed", Rank.TURNED), ("garbled", Rank.SENSE), ("wording", Rank.WORDING)],
)
def test_what_the_annotator_marked_is_shown(lang, sense, rank):
    marked = edition(lang, ("#cost .premise", f"#cost .premise sense={sense}"))
    (one,) = drift(EN, marked).differences
    assert said(one) == [(rank, What.SENSE, "", sense)]


def test_a_support_that_has_become_an_attack_is_turned_round():
    turned = edition("vi", ("#cost .premise supports=bad", "#cost .rebuttal attacks=bad"))
    (one,) = drift(EN, turned).differences
    assert said(one) == [
        (Rank.TURNED, What.LINK, "supports bad", "attacks bad"),
        (Rank.STANDING, What.KIND, "premise", "rebuttal"),
    ]


def test_an_attack_that_is_gone_leaves_its_target_unanswered():
    gone = edition("ko", (".assumed attacks=coffee", ".assumed supports=bad"))
    (one,) = drift(EN, gone).differences
    assert said(one)[0] == (Rank.ANSWER, What.LINK, "attacks coffee", "")
    assert one.effects == (Effect(Loss.UNANSWERED, "coffee", "ko"),)


def test_what_attacks_something_else_as_its_target_is_not_there_says_so():
    moved = without("ko", "coffee").replace("attacks=coffee", "attacks=bad")
    found = drift(EN, moved).differences
    assert [each.id for each in found] == ["coffee", "cheaper"]
    assert said(found[1]) == [(Rank.ANSWER, What.LINK, "attacks coffee", "attacks bad")]


def test_an_attack_on_a_step_is_compared_by_the_name_of_the_step():
    body = (
        "[Cups cool]{#cool .claim .thesis}, as [heat flows]{#law .premise .assumed supports=cool "
        "via=physics}. [Not in a flask]{#flask .rebuttal .assumed attacks=physics}.\n"
    )
    assert drift(edition("en", body=body), edition("ko", body=body)).differences == ()
    lost = body.replace("[Not in a flask]{#flask .rebuttal .assumed attacks=physics}.", "")
    (one,) = drift(edition("en", body=body), edition("ko", body=lost)).differences
    assert one.effects == (Effect(Loss.UNOPPOSED, "physics", "ko"),)


@pytest.mark.parametrize(
    ("lang", "right", "wrong", "factor"),
    [
        ("ko", "50억 달러", "5억 달러", "0.1"),
        ("ko", "50억 달러", "500억 달러", "10"),
        ("zh-Hant", "50億美元", "50萬美元", "0.0001"),
        ("vi", "5 tỷ USD", "5 triệu USD", "0.001"),
    ],
)
def test_a_unit_gone_wrong_is_told_with_its_factor(lang, right, wrong, factor):
    (one,) = drift(EN, edition(lang, (right, wrong))).differences
    assert said(one) == [(Rank.FACTOR, What.FIGURE, "$5 billion", wrong)]
    assert one.changes[0].factor == Decimal(factor)


@pytest.mark.parametrize(
    ("lang", "right", "wrong", "rank"),
    [
        ("ko", "50억 달러", "60억 달러", Rank.FIGURE),
        ("ko", "2024년", "2023년", Rank.FIGURE),
        ("ko", "최소 50억 달러", "최대 50억 달러", Rank.FIGURE),
        ("zh-Hant", "50億美元", "50億日圓", Rank.FIGURE),
        ("vi", "5 tỷ USD", "nhiều tiền", Rank.DETAIL),
    ],
)
def test_another_figure_year_bound_or_currency(lang, right, wrong, rank):
    (one,) = drift(EN, edition(lang, (right, wrong))).differences
    assert [(each.rank, each.what) for each in one.changes] == [(rank, What.FIGURE)]


def test_a_figure_that_stands_in_the_prose_of_the_other_edition_is_not_lost():
    moved = edition("ko", ("최소 50억 달러를 잃었고", "많이 잃었고"))
    assert len(drift(EN, moved).differences) == 1
    assert drift(EN, f"{moved}\n잃은 돈은 50억 달러가 넘는다.\n").differences == ()
    assert len(drift(EN, f"{moved}\n<!-- 영어판은 50억 달러라고 한다. -->\n").differences) == 1


@pytest.mark.parametrize("lang", OTHERS)
def test_a_price_for_another_number_of_pieces(lang):
    words = {
        "ko": "토큰 백만 개에 60달러다",
        "zh-Hant": "每百萬token為60美元",
        "vi": "60 USD cho một triệu token",
    }
    base = edition("en", ("leaves cost $40 a chest", "it costs $60 a token"))
    for text, factor in ((words[lang], "0.000001"), (_by_one(lang), None)):
        found = drift(base, edition(lang, (_leaves(lang), text))).differences
        assert [str(each.changes[0].factor) for each in found] == [factor] * bool(factor)
        assert all(each.rank is Rank.FACTOR for each in found)


def _leaves(lang):
    return {
        "ko": "찻잎은 한 상자에\n40달러다",
        "zh-Hant": "茶葉一箱40美元",
        "vi": "lá trà giá 40 USD\nmột thùng",
    }[lang]


def _by_one(lang):
    return {"ko": "토큰당 60달러다", "zh-Hant": "每個token為60美元", "vi": "60 USD mỗi token"}[lang]


def test_another_kind_another_voice_and_a_source_that_is_gone():
    less = edition(
        "ko",
        ('#loss .evidence\nsupports=bad source="The Ledger"', "#loss .premise supports=bad"),
        ('by="업계" ', ""),
    )
    coffee, loss = sorted(drift(EN, less).differences, key=lambda each: each.id)
    assert said(coffee) == [(Rank.STANDING, What.BY, "the trade", "")]
    assert said(loss) == [
        (Rank.STANDING, What.KIND, "evidence", "premise"),
        (Rank.DETAIL, What.SOURCE, "The Ledger", ""),
    ]


def test_a_name_in_one_edition_only_is_said_once():
    named = edition("ko", ("한 잔에", "OpenTea 한 잔에"), ("차는", "OpenTea 차는"))
    (one,) = drift(EN, named).differences
    assert said(one) == [(Rank.DETAIL, What.NAME, "", "OpenTea")]
    assert one.ids == ("bad", "cost")


def test_names_are_looked_for_in_the_scripts_of_the_table():
    base = edition("en", ("Tea is", "OpenTea is"))
    assert drift(base, edition("ko")).differences == ()  # it may be written in Hangul
    table = {"OpenTea": ("오픈티",)}
    (one,) = drift(base, edition("ko"), table).differences
    assert said(one) == [(Rank.DETAIL, What.NAME, "OpenTea", "")]
    assert drift(base, edition("ko", ("차는", "오픈티는")), table).differences == ()


def test_where_an_edition_ends_early_is_said_once():
    more = "".join(
        f"\n[And {word} goes the same way]{{#{word} .{kind} {link}=bad}}.\n"
        for word, kind, link in [
            ("milk", "premise", "supports"),
            ("jam", "premise", "supports"),
            ("salt", "rebuttal", "attacks"),
            ("oil", "premise", "supports"),
            ("rye", "premise", "supports"),
        ]
    )
    (one,) = drift(EN + more, edition("vi")).differences
    assert (one.what, one.rank, one.after) == (What.END, Rank.MAIN, "cheaper")
    assert one.ids == ("milk", "jam", "salt", "oil", "rye")
    found = drift(EN + more.replace("rye", "bad2"), without("vi", "cost") + more).differences
    assert [each.id for each in found] == ["cost", "bad2", "rye"]


def test_the_base_is_the_default_language_or_has_most_statements():
    graph = graph_of(EN, edition("ko"), edition("vi"))
    assert compare_editions(graph, "tea").base.lang == "en"
    assert [d.edition.lang for d in compare_editions(graph, "tea", "ko").drifts] == ["en", "vi"]
    graph = graph_of(edition("ko"), without("vi", "cost"))
    assert compare_editions(graph, "tea").base.lang == "ko"
    assert works_with_editions(graph) == ("tea",)


@pytest.mark.parametrize(
    ("work", "base", "message"),
    [
        ("tee", None, "did you mean tea?"),
        ("tea", "fr", "en, ko, not in fr"),
        ("other", None, "there is no work"),
    ],
)
def test_misuse_names_the_way_out(work, base, message):
    with pytest.raises(ArgmapError, match=message):
        compare_editions(graph_of(EN, edition("ko")), work, base)


def test_one_edition_is_nothing_to_compare():
    with pytest.raises(ArgmapError, match="name a second edition"):
        compare_editions(graph_of(EN), "tea")


def test_the_four_bodies_have_the_same_ids():
    import re

    assert len({tuple(re.findall(r"#(\w+)", body)) for body in BODY.values()}) == 1


def test_what_no_longer_bears_on_a_reversed_statement_is_told_with_it():
    turned = edition("ko", ("#bad .claim .thesis", "#bad .claim .thesis sense=reversed"))
    turned = turned.replace(" supports=bad", "").replace("\nsupports=bad", "\n")
    (difference,) = drift(EN, turned).differences
    assert difference.id == "bad"
    assert [effect.loss for effect in difference.effects] == [Loss.UNSUPPORTED]
