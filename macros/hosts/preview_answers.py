"""What a preview answers to a browser: the site, as a static host would, and what it adds of its own."""

import secrets
import time
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from macros.addresses import SEARCH_INDEX
from macros.hosts.previewed_pages import OWN, OWN_FILES, WAIT, only_wrong, shown
from macros.hosts.previewed_site import PreviewedSite, State, sentence, told
from macros.hosts.static_answers import INDEX, Answer, address_of, file_at, plain, type_of, whole_or_part
from macros.hosts.watching import Watching

# Seconds in which another request gets its turn, while a search waits for what all pages say.
_TURN = 0.001
_ONLY_READ = "Bản xem thử chỉ cho đọc."
_NOTHING = "Không có tệp này."


class PreviewAnswers:
    """A WSGI application. `watching` tells of changes; what is wrong with a page is told to staff as well."""

    def __init__(self, site: PreviewedSite, watching: Watching, tell: Callable[[str], None]) -> None:
        self._site, self._watching, self._tell = site, watching, tell
        # A preview that was opened again counts its states from the beginning.
        self._opened = secrets.token_hex(4)
        self._told: dict[str, str] = {}

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            answer = plain("405 Method Not Allowed", _ONLY_READ, ("Allow", "GET, HEAD"))
        else:
            answer = self._answer(environ)
        start_response(answer.status, answer.headers)
        return [answer.body] if environ["REQUEST_METHOD"] != "HEAD" else []

    def _answer(self, environ: dict[str, Any]) -> Answer:
        address = address_of(environ["PATH_INFO"])
        if address is None:
            return plain("404 Not Found", _NOTHING)
        if address == WAIT:
            return self._waited(environ.get("QUERY_STRING", ""))
        match, wanted = environ.get("HTTP_IF_NONE_MATCH", ""), environ.get("HTTP_RANGE", "")
        if address.startswith(OWN):
            own = OWN_FILES.get(address)
            return whole_or_part(address, own(), match, wanted) if own is not None else plain("404 Not Found", _NOTHING)
        found = self._found(address)
        if isinstance(found, Answer):
            return found
        return whole_or_part(*found, match, wanted)

    def _found(self, address: str) -> tuple[str, bytes] | Answer:
        """The file at an address of the site, as it is shown; or another answer in its place."""
        try:
            found = file_at(self._below_base(address), self._content)
        except Exception as error:
            wrong = sentence(error, self._site.root)
            self._tell_once(address, wrong)
            page = only_wrong(self._name(self._site.last), wrong)
            return whole_or_part(INDEX, page, status="500 Internal Server Error")
        if isinstance(found, str):
            return plain("301 Moved Permanently", "", ("Location", found))
        return found if found is not None else self._missing(address)

    def _content(self, file: str) -> bytes | None:
        while file.startswith(SEARCH_INDEX) and self._site.continue_index():
            time.sleep(_TURN)
        state, asked = self._site.at(file)
        if state.files is None:
            return only_wrong(self._name(state), state.wrong)
        if asked is None:
            return None
        mistakes = told(asked.problems, self._site.root) if asked.problems else ""
        self._tell_once(file, mistakes)
        return self._shown(file, asked.content, state, mistakes)

    def _shown(self, file: str, content: bytes, state: State, mistakes: str = "") -> bytes:
        is_page = type_of(file).startswith("text/html")
        return shown(content, self._name(state), state.wrong, mistakes) if is_page else content

    def _missing(self, address: str) -> Answer:
        state, asked = self._site.missing()
        if asked is None:
            return plain("404 Not Found", _NOTHING)
        return whole_or_part(asked.address, self._shown(asked.address, asked.content, state), status="404 Not Found")

    def _tell_once(self, file: str, wrong: str) -> None:
        """Tell staff what is wrong with a file, unless they have been told just that."""
        if wrong and self._told.get(file) != wrong:
            self._tell(wrong)
        self._told[file] = wrong

    def _waited(self, query: str) -> Answer:
        """The name of the state, once it is another than the one that is asked about, or after a while."""
        shown_now = parse_qs(query).get("lan", [""])[0]
        self._watching.wait(lambda: self._name(self._site.last) != shown_now)
        return plain("200 OK", self._name(self._site.last))

    def _name(self, state: State) -> str:
        return f"{self._opened}-{state.number}"

    def _below_base(self, address: str) -> str:
        """An address of the site; it is found at its public path as well, where absolute links of a page lead."""
        base = urlsplit(self._site.url).path.strip("/")
        return address.removeprefix(f"{base}/") if base else address
