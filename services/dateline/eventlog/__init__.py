"""The log: records, the port, the stage, and the drivers that run a stage over a log."""
