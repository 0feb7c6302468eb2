"""A page served to browsers on this machine, and told to them when it is drawn anew.

:mod:`.board` holds what there is to see, :mod:`.server` hands it out. The server knows two paths,
the page and the stream of events, and reads no file.
"""

from __future__ import annotations

from argmap.serving.board import Board
from argmap.serving.server import PageServer, listen

__all__ = ["Board", "PageServer", "listen"]
