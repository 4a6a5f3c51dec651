"""Measurements: the benchmark board, and the speed of the parts."""
