"""What the other plugins of mdformat write, so that none is talked over."""

from __future__ import annotations

from markdown_it import MarkdownIt


def written_by_others(mdit: MarkdownIt) -> frozenset[str]:
    """Return the names of all syntax that an enabled plugin writes, ours among it."""
    plugins = mdit.options.get("parser_extension", ())
    return frozenset(name for plugin in plugins for name in plugin.RENDERERS)
