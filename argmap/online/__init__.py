"""Asking the web whether links still lead somewhere. Used by ``argmap check --online`` alone.

It asks in the manner of lychee: many at once but few of one host, HEAD before GET, with retries, a
memory, and redirects and anchors followed. Two things are its own. Only an answer of the server
makes a link dead, so no failure of a network does. And it asks public addresses alone, since an
essay may be anybody's and this machine may stand beside things that answer it and nobody else.

It needs ``argmap[online]``; importing it does not, and costs little.
"""

from argmap.online.probing import probe
from argmap.online.settings import Settings, Surroundings
from argmap.online.verdicts import Status, Verdict, summary

__all__ = ["Settings", "Status", "Surroundings", "Verdict", "probe", "summary"]
