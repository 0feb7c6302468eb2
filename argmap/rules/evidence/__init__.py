"""AM3xx: evidence and where it comes from."""
