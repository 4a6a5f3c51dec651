"""Delivers stories and events to destinations: the port, one file per destination, and the settings that name them."""
