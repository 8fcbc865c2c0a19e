"""What a brief costs at any size, and whether the bounds are kept: `python -m benchmarks.scale`.

The parent process only watches: every figure is of a process of its own.
"""
