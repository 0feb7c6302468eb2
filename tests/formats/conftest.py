"""Lets these tests, too, write essays by hand, with ``tests/graph/handmade.py``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "graph"))
