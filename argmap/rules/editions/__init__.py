"""AM5xx: what the editions of one work do not share."""
