"""The fixed words of what argmap draws and asks, in the languages of its readers.

English is in the code, and each other language is one file beside this one, ``ko.toml`` say: every
English wording with its translation, in sections that tell where it stands (``[map]``, ``[page]``,
…). One English wording that needs two translations stands in two sections. A new language is
a new file, a name in :data:`LANGUAGES`, and where its tags have more than one form, a line in
:mod:`.choosing`. Tests hold the files to each other and to the code. An essay's own words, its ids
and links are never changed.

Why TOML: the standard library reads it, so that a plain install has all the words and no build
compiles them, and a translator sees both languages on one line. What was weighed: gettext of the
standard library reads compiled ``.mo`` files only; Babel reads ``.po`` and chooses locales, and
fluent.runtime brings Babel and four more packages; both are made for plurals, genders and dates,
of which nothing here has any but English, whose own plural is in the code.
"""

from __future__ import annotations

from argmap.words.catalogue import say, say_counts, say_number, speaking, spoken, words
from argmap.words.choosing import LANGUAGES, language, shared

__all__ = [
    "LANGUAGES",
    "language",
    "say",
    "say_counts",
    "say_number",
    "shared",
    "speaking",
    "spoken",
    "words",
]
