"""What ``argmap init`` writes, as files."""
