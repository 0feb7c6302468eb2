"""Formats for other programs: one file a format, both ways where the format allows."""
