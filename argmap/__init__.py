"""argmap: the argument of an annotated essay, checked, drawn, weighed and compared."""

__version__ = "0.1.0"
