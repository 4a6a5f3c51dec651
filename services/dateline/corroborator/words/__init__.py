"""How words are compared: stems, meanings, what two parts of sentences share."""
