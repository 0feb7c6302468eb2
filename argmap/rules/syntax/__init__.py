"""AM0xx: what looks like an annotation and is not well formed. Found while reading the file."""
