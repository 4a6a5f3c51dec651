"""Real brokers and databases for the tests: the environment's, in Docker, or from the machine's own programs."""
