"""Random Markdown: pieces that mean something, in any order. What a damaged essay looks like."""

from __future__ import annotations

from hypothesis import strategies as st

PLAIN = (
    *(
        "word",
        "two words",
        "É한中",
        "\u3000",
        " ",
        "  ",
        "\t",
        "\n",
        "\n\n",
        "\n  ",
        "\n\t",
        "    ",
    ),
    *("# ", "## ", "- ", "* ", "+ ", "1. ", "7) ", "> ", ">", "***", "---", "===", "```", "~~~"),
    *("*", "**", "_", "`", "``", "\\", "&amp;", "&", "!", "![", "[", "]", "](u)", '](u "t")', "]("),
    *("[a]: /u\n", "[a]", "[^1]", "[^1]: ", "<b>", "</b>", "<div>", "<a b='", "<http://a.b>", "<"),
    *(
        "<!-- x -->",
        "<!--",
        "-->",
        "<?",
        "?>",
        "|",
        "\n|-|-|\n",
        "|---|",
        ":-",
        "a|b",
        "\\|",
        "2024",
    ),
    *(
        "{",
        "}",
        '"',
        "'",
        "(",
        ")",
        "=",
        ":",
        "- [ ] ",
        "$x$",
        "-5",
        "_a_b",
        "1986. A",
        "\x0c",
        "\u2028",
    ),
)
OURS = (
    *(
        "{.claim}",
        "]{.claim}",
        "[a]{.claim}",
        "{#a .claim supports=b}",
        '{by="',
        "supports='",
        ".claim",
    ),
    *(
        "<!--{.claim}-->",
        "<!-- {.claim} -->",
        "<!--/-->",
        "::: {.claim}\n",
        "\n:::\n",
        ":::",
        "::: note\n",
    ),
    *(
        "<!-- argmap: ignore AM201 why -->",
        "<!-- argmap:",
        "{#",
        "{.small}",
        "]{.small}",
        "#a",
        "{claim}",
    ),
    *(
        "---\nid: x\n---\n",
        "---\n",
        "from=a",
        "via=b",
        "“",
        "”",
        "，",
        "\0",
        "\r",
        "\r\n",
        "\ufeff",
        "e\u0301",
    ),
)


def soup(pieces: tuple[str, ...] = PLAIN + OURS, most: int = 25) -> st.SearchStrategy[str]:
    """Draw a text of some pieces."""
    return st.lists(st.sampled_from(pieces), max_size=most).map("".join)
