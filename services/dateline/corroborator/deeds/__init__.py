"""Whether two mentions tell one deed, and the deeds of one story."""
