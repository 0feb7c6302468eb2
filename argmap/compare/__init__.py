"""Comparing: two works over questions."""
