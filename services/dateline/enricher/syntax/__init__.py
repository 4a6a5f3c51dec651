"""Sentences as dependency trees: the port a parser stands behind, and the parser that is shipped."""
