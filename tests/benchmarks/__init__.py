"""Benchmarks: figures, which tests do not measure."""
