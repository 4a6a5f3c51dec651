"""Reports as memory keeps them, and who and what in two of them may be one."""
