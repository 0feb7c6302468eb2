"""How fast argmap is, as ratios: ``python -m benchmarks`` from the root of the repository."""
