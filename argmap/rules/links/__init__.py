"""AM1xx: links, what they lead to, and how they hang together."""
