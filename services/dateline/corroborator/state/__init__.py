"""What memory holds, changed in steps that decide nothing."""
