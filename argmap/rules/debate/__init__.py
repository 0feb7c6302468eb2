"""AM4xx: works that are set against each other."""
