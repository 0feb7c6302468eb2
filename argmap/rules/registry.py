"""The list of all rules, one row each: code, name, severity, and the function that checks it.

A module for each rule holds its explanation and its check. The rules about syntax have no check of
their own (reading finds what they explain), so their modules are loaded only to explain them: of
more than fifty modules a check loads a third. Checks are imported by statement, so a zipped or
frozen install holds what it needs; so are explanations, in :mod:`argmap.rules.explain`.

An *error* makes the map wrong or leaves a claim in the air; a *warning* is a weakness of the
argument, or something that may be meant; *info* is what an author may want to know and be right to
leave.
"""

from __future__ import annotations

from functools import cache

from argmap.model import Severity
from argmap.rules.debate import (
    answered_before_written,
    one_sided_question,
    unexplained_cross_link,
)
from argmap.rules.editions import (
    edition_figure_differs,
    edition_lacks_rebuttal,
    edition_sense_reversed,
)
from argmap.rules.evidence import (
    evidence_after_essay,
    evidence_without_source,
    malformed_url,
    quote_not_found,
    source_spelled_two_ways,
)
from argmap.rules.links import (
    attack_in_circle,
    circular_support,
    dead_branch,
    duplicate_link,
    isolated_statement,
    question_linked,
    rebuttal_attacks_nothing,
    restates_across_kinds,
    self_reference,
    supports_and_attacks,
    supports_both_sides,
    unknown_critical_question,
    unknown_question,
    unknown_target,
    via_conflict,
    work_not_loaded,
)
from argmap.rules.reasoning import (
    analogy_without_respect,
    only_hearsay,
    raised_question_unanswered,
)
from argmap.rules.rule import Rule
from argmap.rules.support import (
    answered_by_assertion,
    borrowed_ground,
    no_thesis,
    own_restatement,
    premise_repeats_claim,
    single_source,
    unanswered_rebuttal,
    unsupported_claim,
    unsupported_link,
    unweighed_concession,
)
from argmap.rules.syntax import duplicate_edition, missing_id

__all__ = ["ASKED_FOR", "BY_NAME", "RULES", "find_rule", "nearest_rule"]

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

RULES: tuple[Rule, ...] = (
    Rule("AM001", "invalid-utf8", _ERROR),
    Rule("AM002", "bad-front-matter", _ERROR),
    Rule("AM003", "unclosed-attributes", _ERROR),
    Rule("AM004", "single-quotes", _ERROR),
    Rule("AM005", "comma-separated-ids", _ERROR),
    Rule("AM006", "malformed-id", _ERROR),
    Rule("AM007", "id-not-nfc", _ERROR),
    Rule("AM008", "duplicate-attribute", _ERROR),
    Rule("AM009", "unknown-kind", _ERROR),
    Rule("AM010", "unknown-attribute", _ERROR),
    Rule("AM011", "missing-kind", _ERROR),
    Rule("AM012", "several-kinds", _ERROR),
    Rule("AM013", "bad-value", _ERROR),
    Rule("AM014", "malformed-attribute", _ERROR),
    Rule("AM015", "fence-without-braces", _ERROR),
    Rule("AM016", "fence-without-blank-line", _ERROR),
    Rule("AM017", "unclosed-block", _ERROR),
    Rule("AM018", "stray-fence", _ERROR),
    Rule("AM019", "escaped-span", _ERROR),
    Rule("AM020", "misplaced-attributes", _ERROR),
    Rule("AM021", "comment-at-line-start", _ERROR),
    Rule("AM022", "unclosed-comment-span", _ERROR),
    Rule("AM023", "misused-via", _ERROR),
    Rule("AM024", "misused-implicit", _ERROR),
    Rule("AM025", "misused-from", _ERROR),
    Rule("AM026", "duplicate-id", _ERROR),
    Rule("AM027", "suppression-without-reason", _ERROR),
    Rule("AM028", "unused-suppression", _WARNING),
    Rule("AM029", "unknown-rule", _WARNING),
    Rule("AM030", "nested-too-deep", _ERROR),
    Rule("AM031", "empty-statement", _ERROR),
    Rule("AM032", "duplicate-edition", _ERROR, duplicate_edition.check),
    Rule("AM033", "comment-marks-nothing", _ERROR),
    Rule("AM034", "malformed-suppression", _ERROR),
    Rule("AM035", "missing-id", _INFO, missing_id.check, quiet=True),
    Rule("AM036", "unknown-scheme", _WARNING),
    Rule("AM101", "unknown-target", _ERROR, unknown_target.check),
    Rule("AM102", "work-not-loaded", _WARNING, work_not_loaded.check),
    Rule("AM103", "self-reference", _ERROR, self_reference.check),
    Rule("AM104", "circular-support", _ERROR, circular_support.check),
    Rule("AM105", "attack-in-circle", _WARNING, attack_in_circle.check),
    Rule("AM106", "supports-and-attacks", _ERROR, supports_and_attacks.check),
    Rule("AM107", "rebuttal-attacks-nothing", _ERROR, rebuttal_attacks_nothing.check),
    Rule("AM108", "isolated-statement", _WARNING, isolated_statement.check),
    Rule("AM109", "unknown-question", _WARNING, unknown_question.check),
    Rule("AM110", "via-conflict", _ERROR, via_conflict.check),
    Rule("AM111", "question-linked", _WARNING, question_linked.check),
    Rule("AM112", "dead-branch", _WARNING, dead_branch.check),
    Rule("AM113", "duplicate-link", _WARNING, duplicate_link.check),
    Rule("AM114", "supports-both-sides", _WARNING, supports_both_sides.check),
    Rule("AM115", "restates-across-kinds", _WARNING, restates_across_kinds.check),
    Rule("AM116", "unknown-critical-question", _ERROR, unknown_critical_question.check),
    Rule("AM201", "unsupported-claim", _ERROR, unsupported_claim.check),
    Rule("AM202", "unsupported-link", _ERROR, unsupported_link.check),
    Rule("AM203", "no-thesis", _WARNING, no_thesis.check),
    Rule("AM204", "unanswered-rebuttal", _WARNING, unanswered_rebuttal.check),
    Rule("AM205", "premise-repeats-claim", _WARNING, premise_repeats_claim.check),
    Rule("AM206", "single-source", _INFO, single_source.check),
    Rule("AM207", "answered-by-assertion", _INFO, answered_by_assertion.check),
    Rule("AM208", "unweighed-concession", _INFO, unweighed_concession.check),
    Rule("AM209", "own-restatement", _WARNING, own_restatement.check),
    Rule("AM210", "borrowed-ground", _WARNING, borrowed_ground.check),
    Rule("AM301", "evidence-without-source", _ERROR, evidence_without_source.check),
    Rule("AM302", "malformed-url", _ERROR, malformed_url.check),
    Rule("AM303", "source-spelled-two-ways", _WARNING, source_spelled_two_ways.check),
    Rule("AM304", "evidence-after-essay", _WARNING, evidence_after_essay.check),
    Rule("AM305", "quote-not-found", _WARNING, quote_not_found.check),
    Rule("AM306", "dead-link", _WARNING, asked_for=True),
    Rule("AM310", "paragraph-not-there", _ERROR, asked_for=True),
    Rule("AM311", "figure-not-in-original", _ERROR, asked_for=True),
    Rule("AM312", "name-not-in-original", _WARNING, asked_for=True),
    Rule("AM313", "quote-not-in-original", _ERROR, asked_for=True),
    Rule("AM314", "uncovered-paragraph", _WARNING, asked_for=True),
    Rule("AM315", "original-changed", _ERROR, asked_for=True),
    Rule("AM316", "body-not-found", _ERROR, asked_for=True),
    Rule("AM317", "useless-uncovered-entry", _WARNING, asked_for=True),
    Rule("AM401", "one-sided-question", _INFO, one_sided_question.check),
    Rule("AM402", "unexplained-cross-link", _WARNING, unexplained_cross_link.check),
    Rule("AM403", "answered-before-written", _WARNING, answered_before_written.check),
    Rule("AM501", "edition-lacks-rebuttal", _WARNING, edition_lacks_rebuttal.check, quiet=True),
    Rule("AM502", "edition-sense-reversed", _WARNING, edition_sense_reversed.check, quiet=True),
    Rule("AM503", "edition-figure-differs", _WARNING, edition_figure_differs.check, quiet=True),
    Rule(
        "AM601",
        "raised-question-unanswered",
        _WARNING,
        raised_question_unanswered.check,
        quiet=True,
    ),
    Rule("AM602", "analogy-without-respect", _WARNING, analogy_without_respect.check, quiet=True),
    Rule("AM603", "only-hearsay", _WARNING, only_hearsay.check, quiet=True),
)
"""All rules, in the order of their codes."""

BY_NAME = {rule.name: rule for rule in RULES}
"""All rules by name, as faults name them."""

ASKED_FOR = frozenset(rule.code for rule in RULES if rule.asked_for)
"""The codes of what a check by itself does not look for, and so cannot speak of."""

_BY_CODE = {rule.code: rule for rule in RULES}


def find_rule(code_or_name: str) -> Rule | None:
    """Return the rule with exactly this code or name, or None."""
    return _BY_CODE.get(code_or_name) or BY_NAME.get(code_or_name)


@cache
def nearest_rule(word: str) -> Rule | None:
    """Return the rule whose code or name ``word`` is probably a slip of, or None."""
    from argmap.nearest import nearest

    found = nearest(word, (*_BY_CODE, *BY_NAME))
    return None if found is None else find_rule(found)
