"""Settings that hold for all tests."""

from __future__ import annotations

import os
import signal

from hypothesis import HealthCheck, settings

_NOISY = [HealthCheck.too_slow, HealthCheck.data_too_large]
"""A busy machine is no fault of a test, and a document takes many choices."""

_ASKED = os.environ.get("ARGMAP_EXAMPLES")
_EXAMPLES, _EXAMPLES_IN_CI = (int(_ASKED or usual) for usual in (16, 25))
"""Examples of a property where it names no number: few, so that a plain run is short."""

settings.register_profile(
    "here", deadline=None, suppress_health_check=_NOISY, max_examples=_EXAMPLES
)
settings.register_profile(
    "ci",
    deadline=None,
    suppress_health_check=_NOISY,
    derandomize=True,
    database=None,
    max_examples=_EXAMPLES_IN_CI,
)
settings.load_profile("ci" if os.environ.get("CI") else "here")

# A run in the background may have been told to ignore Ctrl-C; some tests are about it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
