"""The enricher: an article comes in, what it says comes out coded."""

import os

# Read when numpy is first imported, which modules of several parts do. Products as small as the parser's gain nothing
# from a second thread, and on a busy machine each waits for it: ten times the processor time.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
