"""The rules: one a file; its docstring is what ``argmap rule`` prints."""
