"""The page: a map beside its text, in one HTML file that needs no network.

:func:`page` puts together what the modules of this room make of a :class:`Page`: :mod:`.data` what
the script is given, :mod:`.prose` the text with its statements marked, :mod:`.outline` the map's
equal in words, :mod:`.picture` the SVG with everything known by its number, :mod:`.bar` the tools,
:mod:`.document` the file. :mod:`.between` prepares pages of contrasts and editions.
A Content-Security-Policy allows the page's own script and style, by their hashes, and nothing else:
no host is ever asked for anything, and nothing an essay holds can run.
"""

from __future__ import annotations

from argmap.rendering.page.data import Standing
from argmap.rendering.page.document import page
from argmap.rendering.page.parts import Between, Item, Page

__all__ = ["Between", "Item", "Page", "Standing", "page"]
