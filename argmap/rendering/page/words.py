"""The page's own words, by the names that its script knows them by.

Other languages say them by their English (:mod:`argmap.words`): in the section ``[page]``, or,
where a map says the same, in that of maps.
"""

from __future__ import annotations

from collections.abc import Mapping

from argmap.words import language, words

__all__ = ["ENGLISH", "page_language", "page_words"]

ENGLISH: Mapping[str, str] = {
    "map": "Map",
    "text": "Text",
    "outline": "Outline",
    "detail": "Statement",
    "between": "Between",
    "search": "Search",
    "found": "{n} found",
    "zoomIn": "Zoom in",
    "zoomOut": "Zoom out",
    "fit": "Fit",
    "fold": "Fold",
    "unfold": "Unfold",
    "only": "Only its grounds",
    "all": "Show all",
    "step": "Step through",
    "back": "Back",
    "next": "Next",
    "stop": "Stop",
    "filter": "Filter",
    "kinds": "Kinds",
    "questions": "Question",
    "works": "Work",
    "any": "any",
    "help": "Keys",
    "close": "Close",
    "theme": "Light or dark",
    "skip": "Skip to the outline",
    "nothing": "Choose a statement in the map, the text or the outline.",
    "thesis": "thesis",
    "claim": "claim",
    "premise": "premise",
    "evidence": "evidence",
    "rebuttal": "rebuttal",
    "question": "question",
    "assumed": "assumed",
    "conceded": "conceded",
    "implicit": "implicit",
    "supports": "Supports",
    "attacks": "Attacks",
    "contradicts": "Contradicts",
    "restates": "Says the same as",
    "grounds": "Rests on",
    "attackers": "Attacked by",
    "step_": "the step",
    "by": "said by",
    "source": "Source",
    "link": "Open the source",
    "url": "Link",
    "date": "Date",
    "on": "Speaks to",
    "at": "Paragraph of the original",
    "weight": "Weight",
    "scheme": "Scheme",
    "sense": "Sense in this edition",
    "quote": "Quoted",
    "cite": "Cited as",
    "findings": "Findings",
    "standing": "Standing",
    "strength": "strength",
    "stands": "stands",
    "falls": "falls",
    "contested": "contested",
    "open": "open",
    "mapKeys": "Map. Arrow keys move along the argument; press ? for all keys.",
    "keys": "Keys",
    "k_move": "Along the argument: to what it bears on, its grounds, its neighbours",
    "k_step": "Next and previous statement",
    "k_search": "Search",
    "k_fit": "Fit the map",
    "k_zoom": "Zoom in and out",
    "k_fold": "Fold or unfold the grounds",
    "k_only": "Only what this rests on",
    "k_esc": "Show all, choose nothing",
    "k_help": "These keys",
    "hidden": "{n} hidden",
    "edition": "Edition",
    "essay": "Essay",
    "position": "{i} of {n}",
    "columns": "Columns",
    "differences": "Differences",
    "reason": "Why",
    "main": "Main claims",
    "rest": "Beside them",
    "above": "see above",
    "foldAll": "Fold all",
    "foldAll_hint": "Show main claims only; open them one by one",
    "fold_hint": "Hide what bears on this statement",
    "only_hint": "Show this statement and all that it rests on",
    "step_hint": "One statement after another, for a class",
    "all_hint": "Show everything again, choose nothing",
    "more": "More tools",
    "views": "Views",
    "k_pan": "Move the map",
    "k_enter": "To the pane of the statement",
    "k_present": "Step through, for a class (then Page Down and Page Up)",
    "letters": "Single-letter keys",
    "flagged": "only statements with findings",
    "nFindings": "findings: {n}",
    "busy": "Drawing the saved essay…",
    "stale": "The essay has faults; the picture is that of the last save without them.",
    "lost": "The server does not answer; trying again.",
}


def page_words(tag: str) -> Mapping[str, str]:
    """Return the words by their names, in the language of a tag or in English."""
    said = words(tag, "map", "compared", "page")
    return {name: said.get(english, english) for name, english in ENGLISH.items()}


def page_language(tag: str) -> str:
    """Return the tag of what the page says: an essay's own, or ``en`` where it has no words."""
    return tag if language(tag) != "en" or tag.lower().startswith("en") else "en"
