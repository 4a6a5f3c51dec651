"""Delivers stories and events to destinations: the port, and one file per destination."""
