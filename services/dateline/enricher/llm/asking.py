"""One question to an OpenAI-compatible endpoint, in bounded time, bytes and tries."""

import http.client
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from dateline.enricher.llm.settings import LlmSettings
from dateline.enricher.port import Away, Uncodable

PIECE_BYTES = 65_536
FIRST_WAIT_SECONDS = 0.5
REASON_LENGTH = 300
TRY_AGAIN = frozenset({408, 409, 425, 429})
OURS = frozenset({401, 403, 404})
"""The key, the address or the model is wrong: no article is to blame."""


class _Later(Exception):
    """It did not work now."""


@dataclass(frozen=True)
class Endpoint:
    """Where answers come from. Redirects are not followed: the key goes to nobody else."""

    settings: LlmSettings
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], float] = time.monotonic

    def ask(self, system: str, user: str, usable: Callable[[str], bool]) -> str:
        """The model's words; asked again while they are not `usable` and tries are left, then given as they are.

        Raises Away where the endpoint cannot be had, Uncodable where it refuses the text or answers past all bounds.
        """
        deadline = self.now() + self.settings.seconds
        said: str | None = None
        trouble = ""
        for number in range(self.settings.tries):
            if number and said is None:
                wait = FIRST_WAIT_SECONDS * 2 ** (number - 1)
                if self.now() + wait >= deadline:
                    break
                self.sleep(wait)
            try:
                said = self._once(system, user, deadline)
            except _Later as error:
                trouble = str(error)
                continue
            if usable(said):
                return said
        if said is None:
            raise Away(f"the language model at {self._place} does not answer: {trouble}")
        return said

    @property
    def _place(self) -> str:
        return urlsplit(self.settings.url).netloc

    def _once(self, system: str, user: str, deadline: float) -> str:
        status, body = self._exchange(self._request(system, user), deadline)
        if status in TRY_AGAIN or status >= 500:
            raise _Later(f"status {status}")
        if status in OURS or 300 <= status < 400:
            raise Away(
                f"the language model at {self._place} answers {status}: "
                "look at DATELINE_LLM_URL, DATELINE_LLM_MODEL and DATELINE_LLM_KEY"
            )
        if status != 200:
            raise Uncodable("llm_refused", f"the endpoint answers {status} to this text{self._reason(body)}")
        try:
            content = json.loads(body)["choices"][0]["message"]["content"]
        except (ValueError, LookupError, TypeError, RecursionError):
            return ""
        return content if isinstance(content, str) else ""

    def _reason(self, body: bytes) -> str:
        """What the endpoint says of it, in one line and without the key; nothing where it says nothing."""
        said = body.decode(errors="replace")
        try:
            told = json.loads(body)
            told = told.get("error", told)
            said = told if isinstance(told, str) else str(told["message"])
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            pass
        if self.settings.key is not None and (key := self.settings.key.get_secret_value()):
            said = said.replace(key, "…")
        shown = " ".join("".join(c if c.isprintable() else " " for c in said).split())
        return f": {shown[:REASON_LENGTH]}" if shown else ""

    def _request(self, system: str, user: str) -> bytes:
        asked = {
            "model": self.settings.model,
            "temperature": 0,
            "max_tokens": self.settings.answer_tokens,
            "response_format": {"type": "json_object"},
            "messages": [{"role": "system", "content": system}, {"role": "user", "content": user}],
        }
        return json.dumps(asked).encode()

    def _exchange(self, request: bytes, deadline: float) -> tuple[int, bytes]:
        parts = urlsplit(self.settings.url)
        left = deadline - self.now()
        if left <= 0:
            raise _Later(f"no answer within {self.settings.seconds:g} s")
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.settings.key is not None:
            headers["Authorization"] = f"Bearer {self.settings.key.get_secret_value()}"
        asked = f"{parts.path.rstrip('/')}/chat/completions" + (f"?{parts.query}" if parts.query else "")
        connection = kind(parts.hostname or "", parts.port, timeout=left)
        try:
            connection.request("POST", asked, request, headers)
            response = connection.getresponse()
            return response.status, self._read(connection, response, deadline)
        except TimeoutError as error:
            raise _Later(f"no answer within {self.settings.seconds:g} s") from error
        except (OSError, http.client.HTTPException) as error:
            raise _Later(type(error).__name__) from error
        finally:
            connection.close()

    def _read(
        self, connection: http.client.HTTPConnection, response: http.client.HTTPResponse, deadline: float
    ) -> bytes:
        body = bytearray()
        while piece := response.read1(PIECE_BYTES):
            body += piece
            if len(body) > self.settings.answer_bytes:
                raise Uncodable("llm_answer", f"the answer has more than {self.settings.answer_bytes} bytes")
            left = deadline - self.now()
            if left <= 0:
                raise TimeoutError
            if connection.sock is not None:
                connection.sock.settimeout(left)
        return bytes(body)
