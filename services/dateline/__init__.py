"""Dateline: the news wire as a live stream of structured political events."""
