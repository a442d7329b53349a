"""Earlier designs, for benchmarks to compare with."""
