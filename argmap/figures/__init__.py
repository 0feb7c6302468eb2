"""Figures in prose: amounts, percentages, multiples, counts, durations, dates and their bounds.

English, Korean, Chinese in both scripts, and Vietnamese, each a table of words of its own.
:func:`find_figures` finds them, :func:`same` and :func:`stands_in` compare them.

What was looked at first, on the sample of the five originals that was labelled by hand before this
was written (English 24 figures, Chinese 21, Korean 16 and 30, Vietnamese 31; "found" is any
overlap, "right" is the value or both values of a range):

- quantulum3 0.10.0 (kept up; English): found 20 of 24 in English and 14 right; in Korean 3 of 16
  and 1 right, in Vietnamese 27 of 31 and 5 right (it reads the digits and not the scale).
- recognizers-text 1.0.2a2 (Microsoft; last released in 2019, needs emoji < 2): English 22 of 24
  and 17 right, at 30 more that are none; Chinese 19 of 21 and 10 right, at 53 more; Korean 3 of 16
  and 10 of 30, 1 and 6 right; no Vietnamese (27 of 31 and 5 right). Bounds are not in what it
  returns.
- cn2an 0.5.24 (kept up; Chinese numerals alone): right on 35億 and 二千七百九十億, none on 兩倍半
  or 數十億; it takes a numeral, and finds none in a text.
- ctparse 0.3.6 (last released in 2022; English and German dates): months and years are right; of
  Q3 2024 it makes March 2024, of the 1990s the year 1990.
- text2num 3.1.0 (kept up; English and six more of Europe's languages): right on cardinals; "two
  and a half times" is left as it is, and "thousands" becomes 1000.

None is used: the one that reads most of these languages is no longer kept up, and none keeps
bounds and magnitudes, nor a unit that compares across languages, which is what verification asks.
What they would save, the reading of number words, is some sixty lines here (``numbers.py``).

Quarters and halves of years are written ``2024-Q3`` and ``2024-H1``; other dates as ISO 8601 has
them, with the decade ``199X`` of ISO 8601-2 (https://www.loc.gov/standards/datetime/). Scales are
those of everyday writing: 兆 is a million millions, billion a thousand millions.
"""

from argmap.figures.figure import Bound, Figure, Kind
from argmap.figures.find import find_figures
from argmap.figures.same import same, stands_in

__all__ = ["Bound", "Figure", "Kind", "find_figures", "same", "stands_in"]
