"""Where the language model is, and how much of it is waited for."""

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings


class LlmSettings(BaseSettings, env_prefix="DATELINE_LLM_", frozen=True, extra="ignore"):
    """The key stands in the environment only, and in no log, record or command line."""

    url: str = Field(pattern=r"^https?://[^/\s@]+(/\S*)?$")
    """The address before `/chat/completions`: `http://127.0.0.1:11434/v1`. A query stays behind it."""
    model: str = Field(min_length=1, max_length=100)
    """The model's name, as the endpoint knows it."""
    key: SecretStr | None = None
    """The key to the endpoint, if it wants one."""
    seconds: float = Field(default=90.0, gt=0)
    """The longest that one article may take, all tries together."""
    tries: int = Field(default=3, ge=1)
    """How often it is asked about an article that it does not answer, or not in the form asked for."""
    answer_bytes: int = Field(default=500_000, ge=1_000)
    """The largest answer that is taken."""
    answer_tokens: int = Field(default=4_000, ge=100)
    """The longest answer that the model is asked for."""
    text_chars: int = Field(default=20_000, ge=1_000)
    """What of a longer text is given to the model: its beginning. How much is not, the record says."""
