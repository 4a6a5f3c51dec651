"""Sentences of a news agency's kind, made up with their trees: for what the treebanks hold too little of.

Titles before names, who said what, joint and passive deeds, figures and headlines, in the treebanks' conventions.
The words are in words.txt; what a sentence says means nothing.
"""

from train.newswire.sentences import Newswire

__all__ = ["Newswire"]
