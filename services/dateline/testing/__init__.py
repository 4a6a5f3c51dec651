"""For tests of those who consume Dateline's topics: brokers in containers."""
