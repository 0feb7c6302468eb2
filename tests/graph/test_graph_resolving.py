from __future__ import annotations

from dataclasses import replace

import pytest
from handmade import essay, graph, local, place, reference
from hypothesis import given
from hypothesis import strategies as st

from argmap.graph import ArgumentGraph, Cause
from argmap.model import LinkType, Section, Subtype


def problems(graph: ArgumentGraph) -> list[tuple[str, str, str, str | None]]:
    return [(u.role, str(u.reference), u.cause.value, u.nearest) for u in graph.problems]


# --- links --------------------------------------------------------------------------------------


def test_each_target_is_a_link_of_its_own() -> None:
    made = graph(
        """
        a claim.thesis
        b claim
        c premise supports=a,b
        """
    )
    assert local(made.links) == "c/supports/a c/supports/b"
    link = made.links["w@en:c/supports/b"]
    assert (link.sources, link.target, link.name) == (("w@en:c",), "w@en:b", None)
    assert (link.path, link.range) == ("essays/w/en.md", place(3, 10))
    assert [made.links_to("w@en:a"), made.links_from("w@en:c")] == [
        (made.links["w@en:c/supports/a"],),
        tuple(made.links.values()),
    ]


def test_statements_that_share_via_type_and_target_act_through_one_link() -> None:
    made = graph(
        """
        a claim
        b premise supports=a via=sum
        c evidence supports=a via=sum
        d rebuttal attacks=sum
        """
    )
    assert local(made.links) == "sum d/attacks/sum"
    link = made.links["w@en:sum"]
    assert link.sources == ("w@en:b", "w@en:c")
    assert (link.name, link.range) == ("sum", place(2, 10))
    assert made.essay_of("w@en:sum").key == "w@en"
    assert made.links_to("w@en:sum")[0].subtype is Subtype.UNDERCUT


def test_a_name_serves_one_type_and_one_target() -> None:
    made = graph(
        """
        a claim
        b claim
        c premise supports=a via=x
        d premise supports=b via=x
        e rebuttal attacks=a via=x
        f premise supports=a via=b
        g premise supports=a,b via=y
        """
    )
    assert local(made.links) == ("x d/supports/b e/attacks/a f/supports/a y g/supports/b")
    assert problems(made) == [("via", name, "via-conflict", None) for name in "xxby"]
    assert [u.reference.range for u in made.problems] == [place(line, 90) for line in (4, 5, 6, 7)]
    assert made.links["w@en:x"].sources == ("w@en:c",)


def test_a_mark_with_from_is_one_link_with_its_text_as_the_reason() -> None:
    made = graph(
        """
        a claim
        b premise
        c premise
        from=b,c supports=a "Together they suffice."
        """
    )
    (link,) = made.links.values()
    assert link.key == "w@en:b+c/supports/a"
    assert link.sources == ("w@en:b", "w@en:c")
    assert link.reason == "Together they suffice."
    assert {made.links_from("w@en:b"), made.links_from("w@en:c")} == {(link,)}


def test_a_link_stated_twice_is_one_unless_its_reasons_differ() -> None:
    made = graph(
        """
        a claim
        b premise supports=a,a
        from=b supports=a "Because."
        from=b supports=a "Because."
        from=b supports=a "For another reason."
        """
    )
    assert [(local([link.key]), link.reason) for link in made.links.values()] == [
        ("b/supports/a", "Because."),
        ("b/supports/a~2", "For another reason."),
    ]


def test_a_symmetric_link_is_one_from_either_end_and_seen_from_both() -> None:
    made = graph(
        """
        a claim contradicts=b
        b claim contradicts=a
        c claim restates=b
        """
    )
    assert local(made.links) == "a/contradicts/b c/restates/b"
    first, second = made.links.values()
    assert made.links_to("w@en:a") == made.links_from("w@en:a") == (first,)
    assert made.links_to("w@en:b") == made.links_from("w@en:b") == (first, second)
    assert made.links_to("w@en:b", LinkType.RESTATES) == (second,)


def test_attacks_are_told_apart_by_their_targets() -> None:
    made = graph(
        """
        claim claim
        premise premise supports=claim via=step
        evidence evidence
        rebuttal rebuttal
        question question
        x rebuttal attacks=claim,premise,evidence,rebuttal,question,step
        """
    )
    subtypes = {
        link.target.removeprefix("w@en:"): link.subtype.value
        for link in made.links_from("w@en:x")
        if link.subtype
    }
    assert subtypes == {
        "claim": "rebut",
        "premise": "undermine",
        "evidence": "undermine",
        "rebuttal": "rebut",
        "question": "rebut",
        "step": "undercut",
    }
    assert made.links["w@en:step"].subtype is None


def test_the_first_of_several_statements_with_one_id_is_meant() -> None:
    made = graph(
        """
        a claim
        a claim
        b premise supports=a
        """
    )
    assert local(made.statements) == "a a~2 b"
    assert local(made.links) == "b/supports/a"


def test_no_id_however_malformed_takes_the_key_of_a_link() -> None:
    made = graph("a claim\nb premise supports=a\nb/supports/a premise supports=a via=c/supports/a")
    again = graph("a claim\nc premise supports=a\nd premise supports=a via=c/supports/a")
    assert local(made.links) == "b/supports/a~2 c/supports/a"
    assert not made.statements.keys() & made.links.keys()
    assert local(again.links) == "c/supports/a d/supports/a"
    assert problems(again) == [("via", "c/supports/a", "via-conflict", None)]


def test_keys_that_are_not_distinct_are_made_so() -> None:
    written = essay("w", "t claim\na premise supports=t\na evidence supports=t")
    again = replace(
        written,
        statements=tuple(replace(s, key=s.key.removesuffix("~2")) for s in written.statements),
        links=tuple(replace(k, source="w@en:a") for k in written.links),
    )
    assert ArgumentGraph.build([again]).links == ArgumentGraph.build([written]).links


def test_a_link_implied_by_a_list_reaches_what_has_no_id_or_a_doubled_one() -> None:
    made = graph(
        """
        ~ claim
        a claim
        a claim
        b premise supports=~1
        c premise supports=a~2
        d premise supports=~3
        """
    )
    assert local(made.links) == "b/supports/~1 c/supports/a~2"
    assert problems(made) == [("supports", "~3", "unknown-id", None)]


# --- what leads nowhere -------------------------------------------------------------------------


def test_unknown_ids_are_kept_with_the_nearest() -> None:
    made = graph(
        """
        no-profit claim
        b premise supports=no-profits
        c premise supports=quite-other
        from=bb supports=no-profit "Why."
        beta premise attacks=betas,w:betas
        """
    )
    assert problems(made) == [
        ("supports", "no-profits", "unknown-id", "no-profit"),
        ("supports", "quite-other", "unknown-id", None),
        ("from", "bb", "unknown-id", None),
        ("attacks", "betas", "unknown-id", None),  # it will not have meant itself
        ("attacks", "w:betas", "unknown-id", None),
    ]
    assert made.problems[0].reference.range == place(2, 10)
    assert made.problems[0].carrier == "w@en:b"
    assert made.problems[2].carrier is None
    assert not made.links


def test_a_bare_id_of_the_only_other_work_that_has_it_is_found_there() -> None:
    here = essay("here", "a claim supports=moat")
    there = essay("there", "moat claim")
    other = essay("other", "moat claim")
    assert problems(ArgumentGraph.build([here, there])) == [
        ("supports", "moat", "unknown-id", "there:moat")
    ]
    assert problems(ArgumentGraph.build([here, there, other]))[0][-1] is None


def test_works_and_editions_that_are_not_loaded() -> None:
    made = ArgumentGraph.build(
        [
            essay("here", "a claim supports=bears:x,bear@ko:x,bear@ko:y,bear:xx,zoo:x,here:aa"),
            essay("bear", "x claim\nlong-name claim"),
        ]
    )
    assert problems(made) == [
        ("supports", "bears:x", "work-not-loaded", "bear:x"),
        ("supports", "bear@ko:x", "edition-not-loaded", "bear:x"),
        ("supports", "bear@ko:y", "edition-not-loaded", None),
        ("supports", "bear:xx", "unknown-id", None),
        ("supports", "zoo:x", "work-not-loaded", None),
        ("supports", "here:aa", "unknown-id", None),
    ]


def test_what_refers_to_itself() -> None:
    made = graph(
        """
        a claim supports=a
        b premise supports=a via=x
        c rebuttal attacks=y via=y
        from=a,b supports=a "Why."
        d claim contradicts=d answers=d
        """
    )
    assert problems(made) == [
        ("supports", "a", "self", None),
        ("attacks", "y", "self", None),
        ("supports", "a", "self", None),
        ("contradicts", "d", "self", None),
        ("answers", "d", "self", None),
    ]
    assert local(made.links) == "x b/supports/a"


def test_a_link_is_no_source_and_no_end_of_a_symmetric_link() -> None:
    made = graph(
        """
        a claim
        b premise supports=a via=x
        c claim contradicts=x
        from=x,c supports=a "Why."
        """
    )
    assert problems(made) == [
        ("contradicts", "x", "not-a-statement", None),
        ("from", "x", "not-a-statement", None),
    ]
    assert local(made.links) == "x c/supports/a"


def test_what_rests_on_a_link_that_was_not_made_falls_with_it() -> None:
    made = graph(
        """
        a claim
        b premise supports=nowhere via=x
        c rebuttal attacks=x via=y
        d rebuttal attacks=y via=z
        e premise supports=z,a
        """
    )
    assert problems(made) == [
        ("supports", "nowhere", "unknown-id", None),
        ("attacks", "x", "link-not-made", None),
        ("attacks", "y", "link-not-made", None),
        ("supports", "z", "link-not-made", None),
    ]
    assert local(made.links) == "e/supports/a"
    assert made.resolve(made.essays[0], reference("x")) is None
    assert made.resolve(made.essays[0], reference("a")) == "w@en:a"


def test_the_name_goes_to_the_first_link_that_can_be_made() -> None:
    made = graph("a claim\nb premise supports=typo via=x\nc premise supports=a via=x")
    assert [cause for *_, cause, _ in problems(made)] == ["unknown-id"]
    assert made.links["w@en:x"].sources == ("w@en:c",)


# --- editions -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "loaded", "meant"),
    [
        ("ko", "en ko fr", "ko"),
        ("ja", "en ko fr", "fr"),  # the default language here
        ("ja", "en ko", "en"),
        ("ja", "zh vi ko", "ko"),
    ],
)
def test_a_work_means_its_edition_in_this_language_else_the_next_best(
    lang: str, loaded: str, meant: str
) -> None:
    essays = [essay(f"bear@{other}", "x claim") for other in loaded.split()]
    essays.append(essay(f"here@{lang}", "a premise supports=bear:x"))
    made = ArgumentGraph.build(essays, default_lang="fr")
    assert [link.target for link in made.links.values()] == [f"bear@{meant}:x"]


def test_a_reference_in_full_means_exactly_that_edition() -> None:
    made = ArgumentGraph.build(
        [
            essay("bear@en", "x claim"),
            essay("bear@ko", "x claim"),
            essay("here@en", "a premise supports=bear@ko:x\nb premise supports=here:a"),
        ]
    )
    assert list(made.links) == ["here@en:a/supports/bear@ko:x", "here@en:b/supports/a"]
    assert made.essay_of("here@en:a/supports/bear@ko:x").id == "here"
    assert made.essay_of("bear@ko:x").lang == "ko"


def test_the_same_edition_in_two_files_is_read_once() -> None:
    first = essay("w", "a claim", path="essays/a.md")
    second = essay("w", "b claim", path="essays/b.md")
    made = ArgumentGraph.build([second, first])
    assert made.essays == (first,)
    assert made.duplicate_editions == (second,)


def test_names_of_links_lead_across_works() -> None:
    made = ArgumentGraph.build(
        [
            essay("bear", "a claim\nb premise supports=a via=sum"),
            essay("bull", "c rebuttal attacks=bear:sum"),
        ]
    )
    (attack,) = made.links_to("bear@en:sum")
    assert (attack.subtype, attack.sources) == (Subtype.UNDERCUT, ("bull@en:c",))


# --- questions ----------------------------------------------------------------------------------


def test_on_means_a_question_here_else_in_the_first_essay_that_asks_it_else_a_label() -> None:
    made = ArgumentGraph.build(
        [
            essay("bear", "a claim on=moat\nb claim on=profit,cost"),
            essay("bull", "moat question\nc claim on=moat\nd claim on=debate:profit"),
            essay("debate", "profit question on=cost\nmoat question\ncost claim"),
        ]
    )
    asked = {key: question.speakers for key, question in made.questions().items()}
    assert asked == {
        "bull@en:moat": ("bear@en:a", "bull@en:c"),
        "debate@en:profit": ("bear@en:b", "bull@en:d"),
        "cost": ("bear@en:b", "debate@en:profit"),
        "debate@en:moat": (),
    }
    assert [question.statement is None for question in made.questions().values()] == [
        False,
        False,
        True,
        False,
    ]
    assert made.questions()["cost"].text == "cost"
    assert made.questions()["debate@en:profit"].text == "The text of profit."
    assert made.question_key(made.essays[0], reference("moat")) == "bull@en:moat"


def test_a_question_does_not_speak_to_itself() -> None:
    made = graph("profit question on=profit\na claim on=profit")
    assert made.questions()["w@en:profit"].speakers == ("w@en:a",)


def test_on_with_a_work_must_lead_to_a_question() -> None:
    made = ArgumentGraph.build(
        [
            essay("w", "a claim on=d:q,d:x,d:typo,e:q,d:profits"),
            essay("d", "profit question\nx claim"),
        ]
    )
    assert problems(made) == [
        ("on", "d:q", "unknown-id", None),
        ("on", "d:x", "not-a-question", None),
        ("on", "d:typo", "unknown-id", None),
        ("on", "e:q", "work-not-loaded", None),
        ("on", "d:profits", "unknown-id", "d:profit"),
    ]
    assert "d@en:x" not in made.questions()
    assert made.questions()["d:x"].statement is None


def test_a_label_that_equals_the_key_of_a_claim_is_still_a_label() -> None:
    made = graph("x claim\na claim on=w@en:x")
    assert made.questions()["w@en:x"].statement is None


def test_labels_are_listed_only_where_there_are_questions_with_the_nearest() -> None:
    without = graph("a claim on=profitability")
    assert (without.labels, without.problems) == ((), ())
    made = graph("profitability question\na claim on=profitablity\nb claim on=elsewhere")
    assert [(str(u.reference), u.cause, u.nearest) for u in made.labels] == [
        ("profitablity", Cause.PLAIN_LABEL, "profitability"),
        ("elsewhere", Cause.PLAIN_LABEL, None),
    ]
    assert made.problems == ()


def test_what_a_heading_hands_down_is_reported_once_and_at_the_heading() -> None:
    inherited = reference("zoo:profit", 1)
    written = essay("w", "a claim\nb claim")
    heading = Section("The money", 2, place(1), (inherited,))
    made = ArgumentGraph.build(
        [
            replace(
                written,
                statements=tuple(replace(s, on=(inherited,)) for s in written.statements),
                sections=(heading,),
            )
        ]
    )
    assert [(u.reference, u.carrier) for u in made.problems] == [(inherited, None)]


def test_answers_are_resolved_too() -> None:
    made = graph("a claim\nb claim answers=a\nc claim answers=typo")
    assert problems(made) == [("answers", "typo", "unknown-id", None)]


# --- the whole ----------------------------------------------------------------------------------


def test_an_unknown_key_is_misuse() -> None:
    made = graph("a claim")
    for query in (
        made.links_to,
        made.links_from,
        made.essay_of,
        made.grounds,
        made.attackers,
        made.consequences,
        made.is_evidenced,
        made.broken_chain,
    ):
        with pytest.raises(KeyError):
            query("w@en:b")


@given(st.permutations(range(5)))
def test_the_order_in_which_essays_come_makes_no_difference(order: list[int]) -> None:
    essays = [
        essay("bear", "a claim on=q contradicts=bull:a\nb premise supports=a,bear@ko:c"),
        essay("bear@ko", "a claim on=q\nc premise supports=a"),
        essay("bull", "a claim on=q contradicts=bear:a\nq question\nx rebuttal attacks=bear:b"),
        essay("debate", "q question\nfrom=bear:a attacks=bull:a Why"),
        essay("bull", "z claim supports=typo", path="essays/zz.md"),
    ]
    one = ArgumentGraph.build(essays)
    other = ArgumentGraph.build([essays[index] for index in order])
    assert list(one.statements.items()) == list(other.statements.items())
    assert list(one.links.items()) == list(other.links.items())
    assert one.problems == other.problems
    assert list(one.questions().items()) == list(other.questions().items())
    assert one.duplicate_editions == other.duplicate_editions
