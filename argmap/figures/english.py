"""English words of figures, and the signs that all languages share ($, %, K, M, B)."""

from __future__ import annotations

from decimal import Decimal

from argmap.figures.words import Words, bounds, table

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_SHORT = ["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"]
_MONTH = "|".join([*_MONTHS, *_SHORT]).replace("|may|", "|")
# "May" and "March" are verbs too: only beside a day, a year or a word of time are they months.
_SURE = (
    _MONTH.replace("|march|", "|").replace("|mar|", "|").replace("|jan|", "|").replace("|dec|", "|")
)
_PART = r"(?P<part>early|mid|late|the\ start\ of|the\ middle\ of|the\ end\ of)[ -]"
_ORD = "first|second|third|fourth|1st|2nd|3rd|4th"

ENGLISH = Words(
    lang="en",
    digits={
        "zero": 0,
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
        "thirteen": 13,
        "fourteen": 14,
        "fifteen": 15,
        "sixteen": 16,
        "seventeen": 17,
        "eighteen": 18,
        "nineteen": 19,
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "seventy": 70,
        "eighty": 80,
        "ninety": 90,
        "half a": Decimal("0.5"),
    },
    multipliers={
        "hundred": 100,
        "thousand": 1000,
        "million": 10**6,
        "billion": 10**9,
        "trillion": 10**12,
        "bn": 10**9,
        "mn": 10**6,
        "tn": 10**12,
        "dozen": 12,
    },
    plurals={
        "tens": 10,
        "dozens": 10,
        "hundreds": 100,
        "thousands": 1000,
        "millions": 10**6,
        "billions": 10**9,
        "trillions": 10**12,
        "by the hundred": 100,
        "by the thousand": 1000,
        "by the million": 10**6,
    },
    half=frozenset({"and a half"}),
    units=table(
        [
            ("amount", "USD", "1", "us dollars|us dollar|u.s. dollars|dollars|dollar|usd|bucks"),
            ("amount", "EUR", "1", "euros|euro|eur"),
            ("amount", "GBP", "1", "pounds|pound|gbp"),
            ("amount", "KRW", "1", "won|krw"),
            ("amount", "CNY", "1", "yuan|renminbi|rmb|cny"),
            ("amount", "JPY", "1", "yen|jpy"),
            ("amount", "VND", "1", "dong|vnd"),
            ("amount", "TWD", "1", "twd|ntd"),
            ("percentage", "pp", "1", "percentage points|percentage point|%p"),
            ("percentage", "%", "1", "%|percent|per cent|pct"),
            ("multiple", "times", "1", "times|-fold|fold|x|×"),
            ("duration", "second", "1", "seconds|second|secs|sec"),
            ("duration", "minute", "1", "minutes|minute|mins"),
            ("duration", "hour", "1", "hours|hour|hrs"),
            ("duration", "day", "1", "days|day"),
            ("duration", "week", "1", "weeks|week"),
            ("duration", "month", "1", "months|month"),
            ("duration", "quarter", "1", "quarters"),
            ("duration", "year", "1", "years|year"),
            ("duration", "decade", "1", "decades"),
            ("ordinal", "", "1", "st|nd|rd|th"),
        ]
    ),
    nouns={
        "people": "person",
        "persons": "person",
        "users": "user",
        "user": "user",
        "employees": "employee",
        "tokens": "token",
        "token": "token",
        "companies": "company",
        "words": "word",
        "word": "word",
        "states": "state",
        "parameters": "parameter",
    },
    link=r"(?:[\s-](?:of\s)?(?:[a-z]{1,14}\s)?)",
    before=bounds(
        at_least="at least|no less than|not less than|a minimum of|minimum of|no fewer than",
        more_than="more than|over|exceeds|exceed|exceeded|exceeding|above|greater than|higher than"
        "|north of|upwards of|beyond|in excess of",
        at_most="up to|as much as|as many as|at most|a maximum of|no more than|not more than"
        "|as high as",
        less_than="less than|under|below|fewer than|lower than",
        about="about|around|approximately|roughly|nearly|almost|some|estimated|close to|approx."
        "|~|circa|somewhere around|or so|possibly around",
    ),
    after=bounds(
        at_least="or more|(or more)|or higher|and more|and up|+|plus",
        at_most="or less|or fewer|at most|maximum",
        about="or so",
    ),
    particle=r"(?:\sa\syear)?",
    filler=r"(?:its\srecent|the|a|an|an\sestimated|estimated|its|roughly|another)?",
    ranges=r"\sto\s(?:a\s)?|\sor\s(?:a\s)?|\sto\sas\smuch\sas\s",
    alternatives=r",?\sor\s(?:even\s)?|\sto\s|,\s",
    phrases=(
        (
            r"(?<![a-z])half(?:(?=\s(?:of|the|its|their|as|our))|(?=[.,;:)]))",
            "fraction",
            "0.5",
        ),
        (r"(?<![a-z])by\shalf(?![a-z])", "fraction", "0.5"),
        (r"(?<![a-z])(?:halved|halving|halve)(?![a-z])", "fraction", "0.5"),
        (r"(?<![a-z])(?:one|a)[\s-]third(?=\sof)", "fraction", "1/3"),
        (r"(?<![a-z])two[\s-]thirds(?![a-z])", "fraction", "2/3"),
        (r"(?<![a-z])(?:one|a)[\s-]quarter(?=\sof)", "fraction", "1/4"),
        (r"(?<![a-z])three[\s-]quarters(?=\sof)", "fraction", "3/4"),
        (r"(?<![a-z])(?:one|a)[\s-](?:tenth)(?=\sof)", "fraction", "1/10"),
        (r"(?<![a-z])(?:one|a)[\s-](?:fifth)(?=\sof)", "fraction", "1/5"),
        (r"(?<![a-z])(?:twice|doubled|doubles|doubling)(?![a-z-])", "multiple", "2"),
        (r"(?<![a-z])double(?!\s?-|[a-z]|\s(?:down|check|standard|edged))", "multiple", "2"),
        (
            r"(?<![a-z])(?:tripled|triples|tripling|triple|trebled|thrice)(?![a-z-])",
            "multiple",
            "3",
        ),
        (r"(?<![a-z])(?:quadrupled|quadruples|quadrupling|quadruple)(?![a-z-])", "multiple", "4"),
    ),
    dates=(
        (
            rf"(?<![a-z])(?:{_PART})?(?P<m>{_MONTH}|may)\.?\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.,]\d)"
            r"(?:,?\s(?P<y>(?:19|20)\d\d)(?!\d))?"
        ),
        (
            rf"(?<![a-z\d.,])(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m>{_MONTH}|may)"
            r"(?![a-z])(?:,?\s(?P<y>(?:19|20)\d\d)(?!\d))?"
        ),
        rf"(?<![a-z])(?:{_PART})?(?P<m>{_MONTH}|may)\.?,?\s(?:of\s)?(?P<y>(?:19|20)\d\d)(?!\d)",
        rf"(?<![a-z]){_PART}(?P<m>{_MONTH}|may)(?![a-z])",
        r"(?<![a-z])(?P<lead>(?:in|since|by|until|from|last|next|this)\s)(?P<m>may|march)(?![a-z]|\s[a-z]+ed)",
        rf"(?<![a-z])(?P<m>{_SURE})(?![a-z])",
        r"(?<![a-z\d])q(?P<q>[1-4])(?:\sof)?[\s,-]{1,2}(?:fy\s?)?(?P<y>(?:19|20)\d\d)(?!\d)",
        r"(?<![a-z\d])(?P<y>(?:19|20)\d\d)[\s-]?q(?P<q>[1-4])(?!\d)",
        r"(?<![a-z\d])q(?P<q>[1-4])(?![a-z\d])",
        rf"(?<![a-z])(?P<q>{_ORD})[\s-]quarter(?![a-z])(?:\s(?:of\s)?(?P<y>(?:19|20)\d\d)(?!\d))?",
        r"(?<![a-z])(?P<h>first|second)\shalf\sof\s(?P<y>(?:19|20)\d\d)(?!\d)",
        r"(?<![a-z\d])h(?P<h>[12])\s(?P<y>(?:19|20)\d\d)(?!\d)",
        r"(?<![\w.,-])(?P<decade>(?:19|20)\d)0['’]?s(?![a-z])",
        r"(?<![a-z])fy\s?(?P<y>(?:19|20)\d\d)(?!\d)",
    ),
    months={name: at for at, name in enumerate(_MONTHS, 1)}
    | {
        name: at
        for at, name in enumerate(
            ["jan", "feb", "mar", "apr", "-", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
        )
    }
    | {"sept": 9},
    parts={
        "early": 1,
        "the start of": 1,
        "mid": 2,
        "the middle of": 2,
        "late": 3,
        "the end of": 3,
    },
    alone=frozenset(
        [
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "seventy",
            "eighty",
            "ninety",
        ]
    ),
)
