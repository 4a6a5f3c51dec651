"""The coder's other form: a language model behind an OpenAI-compatible endpoint, whose every word is checked."""
