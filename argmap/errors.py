"""What goes wrong outside the essays: misuse, configuration, the machine.

Faults in the user's text are data (:class:`~argmap.model.Finding`), never exceptions. An
:class:`ArgmapError` is for all else; its message is one line that says what, where and what to do.
"""

from __future__ import annotations


class ArgmapError(Exception):
    """A fault of use, configuration or the machine; the command line prints it and exits with 2."""
