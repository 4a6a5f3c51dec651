"""Codes of CAMEO (codebook 1.1b3) that the rules ask for by number."""

from typing import Final

SIGNING: Final = "057"
"""Signing an agreement."""
OBSTRUCTION: Final = "144"
"""Protest that bars the way."""
RIOT: Final = "145"
"""Violent protest."""
REPRESSION: Final = "175"
"""Tactics of violent repression."""
CONFINING: Final = ("1723", "1724")
"""A curfew, a state of emergency."""
STRIKE: Final = "143"
CEASEFIRE: Final = "0871"
WALKING_OUT: Final = "125"
