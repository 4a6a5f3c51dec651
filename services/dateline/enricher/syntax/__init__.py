"""Sentences as dependency trees: the port a parser stands behind, and the parser that is shipped."""

import os

# Read when numpy is first imported. Products as small as these gain nothing from a second thread, and on a busy
# machine each waits for it.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
