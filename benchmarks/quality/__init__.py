"""How well step 3 merges, measured on collections whose facts are labelled by hand: `python -m benchmarks.quality`."""
