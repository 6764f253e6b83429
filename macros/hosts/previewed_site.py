"""The site of a project as it is now, for a preview: read again when a file has changed, its pages made when asked for.

While something is wrong with the project, the last state that was sound is shown, and what is wrong is told.
"""

import gc
import os
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import TemplateSyntaxError

from macros.history.public_states import Past, read_past
from macros.history.repository_state import places_of_history, state_of_history
from macros.hosts.followed_files import FollowedFiles, Look, changed
from macros.hosts.own_host import AuthorsRendering, in_order, site_settings
from macros.loading.assembly import judge_settings
from macros.problems.problem import Problem, Problems
from macros.publication.asked_files import Asked, AskedFiles
from macros.publication.between_states import BetweenStates
from macros.publication.ledger import opened
from macros.publication.plan import Publication
from macros.publication.project_store import ProjectStore
from macros.reporting import text_report

_PACKAGE = Path(__file__).parents[1]
# Beside a project's own: what its pages look like.
_LOOKS = (_PACKAGE / "theme", _PACKAGE / "outputs" / "html" / "templates")
# Former states and so many pages leave enough behind to be worth a search; it waits for so many seconds of rest.
_MANY, _MOMENT = 200, 2.0
# Of a file that never rests what is read may be old; whoever asks next has it read again.
_READINGS = 3
_KEPT_BACK = "Chưa dựng lại được; trang đang xem là bản trước. Sửa lỗi trên rồi lưu tệp, trang sẽ tự cập nhật."
_MENDED = "Đã hết lỗi; trang xem thử đã cập nhật."


@dataclass(frozen=True, slots=True)
class State:
    """A state of the project: the files of its site, or those of the last sound one with what is wrong since.

    `number` tells it from every other state.
    """

    number: int
    files: AskedFiles | None
    wrong: str = ""


class PreviewedSite:
    """The site of the project in `root`; staff are told what is wrong with it, and what is to be clarified.

    One thread at a time reads or makes anything: others wait for it.
    """

    def __init__(self, root: Path, tell: Callable[[str], None]) -> None:
        self.root, self._tell = root, tell
        self._lock = threading.RLock()
        self._ledger = opened(root)
        self._followed = FollowedFiles(root, self._besides())
        self._look: Look = {}
        self._state = State(0, None)
        self._clarified, self._rest = "", 0
        self._between = BetweenStates()
        self._public: tuple[list[str], Past] | None = None
        self._asked, self._made_since = 0.0, 0
        # The public address of the site, as the project has it; "" where it is not known.
        self.url = ""

    def state(self) -> State:
        """The project as it is now."""
        with self._lock:
            if changed(self._look, self._followed.look(self._look)):
                self._read()
            return self._state

    @property
    def last(self) -> State:
        """The state that was read last, without a look whether it still stands."""
        return self._state

    def at(self, address: str) -> tuple[State, Asked | None]:
        """The file at an address, of the project as it is now; raises whatever a page does that cannot be made."""
        with self._lock:
            state = self.state()
            self._asked, self._made_since = time.monotonic(), self._made_since + 1
            return state, state.files.at(address) if state.files is not None else None

    def missing(self) -> tuple[State, Asked | None]:
        """What is shown at an address where there is nothing."""
        with self._lock:
            return self._state, self._state.files.missing() if self._state.files is not None else None

    def continue_index(self) -> bool:
        """Do a small piece of what a search will ask for; whether there is more to do."""
        with self._lock:
            # Whoever asks for what comes of all the pieces looks at the project again.
            files = self._state.files if self._state.number else self.state().files
            return files is not None and files.continue_index()

    def tidy(self) -> None:
        """Let go of former states, once nobody has asked for anything for a moment.

        That takes as long as making a page or two, and a process of a preview does not do it by itself: it would in
        the middle of what somebody waits for.
        """
        with self._lock:
            if self._made_since >= _MANY and time.monotonic() - self._asked > _MOMENT:
                gc.collect()
                self._made_since = 0

    def _read(self) -> None:
        """Read the project, once more where it has changed meanwhile."""
        for _ in range(_READINGS):
            look = self._followed.settled(self._look)
            self._rest += any(map(self._is_of_all, changed(self._look, look)))
            self._state = self._made()
            self._asked, self._made_since = time.monotonic(), _MANY
            self._followed, self._look = FollowedFiles(self.root, self._besides()), look
            if not changed(look, self._followed.look(look)):
                return

    def _made(self) -> State:
        last = self._state
        try:
            files = self._files()
        except Problems as found:
            wrong = text_report(found.problems, [], self.root / "site")
        except Exception as error:
            # Whatever a template or a file does that nobody foresaw: staff get a sentence, and the preview goes on.
            wrong = sentence(error, self.root)
        else:
            if last.wrong:
                self._tell(_MENDED)
            if (clarified := files.to_clarify()) and clarified != self._clarified:
                self._tell(clarified)
            self._clarified = clarified
            return State(last.number + 1, files)
        if wrong != last.wrong:
            self._tell(wrong)
            if last.files is not None:
                self._tell(_KEPT_BACK)
        return State(last.number + 1, last.files, wrong)

    def _files(self) -> AskedFiles:
        """The files of the project as it stands; raises Problems with everything that is wrong with it."""
        judge_settings(self.root)
        settings = site_settings(self.root)
        self.url = settings.url
        publication = Publication(settings, self._ledger, between=replace(self._between, past=self._past()))
        pages = in_order(publication.pages, publication.choice.pages)
        rendered = AuthorsRendering(settings, publication).rendered
        said = self._state.files.said if self._state.files is not None else {}
        return AskedFiles(publication, settings, pages, rendered, str(self._rest), said)

    def _past(self) -> Past | None:
        """What was public, read again only where git's state is another; None where that is not sure."""
        history = state_of_history(self.root)
        if history is None or self._ledger is None:
            return None
        if self._public is None or self._public[0] != history:
            self._public = (history, read_past(self.root, ProjectStore(self._ledger)))
        return self._public[1]

    def _is_of_all(self, path: str) -> bool:
        """Whether a file is one that all pages are made from, as far as its place tells."""
        data, docs = (os.path.join(self.root, folder, "") for folder in ("data", "docs"))
        return not path.startswith(data) and not (path.startswith(docs) and path.endswith(".md"))

    def _besides(self) -> list[Path]:
        """What a site is made from beside the files of its project."""
        places = [self.root / ".git", *places_of_history(self.root), *_LOOKS]
        try:
            theme = site_settings(self.root).theme
        except Exception:
            # What is wrong with the settings is told by whoever judges them.
            return places
        return [
            *places,
            *(folder for folder in theme if folder.is_relative_to(self.root.resolve()) and folder not in _LOOKS),
        ]


def sentence(error: Exception, root: Path) -> str:
    """What staff are told of a mistake that has no code."""
    if isinstance(error, TemplateSyntaxError):
        return f"{_named(error.filename, root)}, dòng {error.lineno}: mẫu trang viết sai ({error.message})."
    if isinstance(error, OSError):
        return f"Không đọc được “{_named(error.filename, root)}” (hệ thống báo: {error.strerror or error})."
    return f"Lỗi ngoài dự kiến ({type(error).__name__}: {error}); người bảo trì chạy “mkdocs build” để xem chi tiết."


def told(problems: Sequence[Problem], root: Path) -> str:
    """What a page is told of its own mistakes."""
    return text_report(problems, [], root / "site")


def _named(path: object, root: Path) -> str:
    """A file by its path in the project, or in the package."""
    for folder in (root.resolve(), _PACKAGE.parent):
        if isinstance(path, str | Path) and Path(path).is_relative_to(folder):
            return Path(path).relative_to(folder).as_posix()
    return str(path)
