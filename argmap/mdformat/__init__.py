"""The mdformat plugin: with argmap installed beside it, mdformat leaves annotations alone.

mdformat finds it by the entry point ``argmap`` of the group ``mdformat.parser_extension``, and uses
:func:`update_mdit`, :data:`RENDERERS` and :data:`POSTPROCESSORS` of this module. What argmap reads
in a text is the same before and after: statements, links, suppressions and faults. The one fault
that goes is ``fence-without-blank-line``, for mdformat puts the blank line there.

- The attributes of a mark are written as they are. With ``--wrap`` they may be broken between two
  attributes, never within one.
- ``:::`` fences and comments stay where they are, with or without a blank line beside them.
- Inline text that would be read differently once it is formatted (a mark that is malformed, or
  escaped) is left as it is written, and so are the lines of one with a comment that silences them.
- Front matter and footnotes of an annotated text stay as and where they are (mdformat-footnote
  would drop notes that nothing refers to, with the statements in them). Tables are kept as they
  are where no other plugin writes them.

Written for mdformat 1; the interface is that of ``mdformat.plugins.ParserExtensionInterface``.
"""

from __future__ import annotations

from argmap.mdformat.parsing import update_mdit
from argmap.mdformat.writing import POSTPROCESSORS, RENDERERS

__all__ = ["POSTPROCESSORS", "RENDERERS", "update_mdit"]
