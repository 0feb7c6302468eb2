"""A digest against its original: figures, names, quoted words, and the paragraphs it leaves out."""

from argmap.verifying.original import Original, Passage, read_original
from argmap.verifying.terms import VerifyTerms
from argmap.verifying.verify import Verified, verify

__all__ = ["Original", "Passage", "Verified", "VerifyTerms", "read_original", "verify"]
