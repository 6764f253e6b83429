"""Looking again and again whether the project has changed, and telling whoever waits for it."""

import threading
import time
from collections.abc import Callable

from macros.hosts.previewed_site import PreviewedSite

# Seconds between two looks, and at least so many times what a look takes.
PAUSE, TIMES = 0.2, 20
# Seconds after which whoever waits is answered in any case, so that a browser that has left is let go.
_PATIENCE = 20.0


class Watching:
    """Has the site read the project as soon as it has changed, so that mistakes are told when a file is saved."""

    def __init__(self, site: PreviewedSite) -> None:
        self._site = site
        self._condition = threading.Condition()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wait(self, has_changed: Callable[[], bool], patience: float = _PATIENCE) -> None:
        """Return once that is so, or after a while."""
        with self._condition:
            self._condition.wait_for(has_changed, patience)

    def _run(self) -> None:
        number = self._site.last.number
        while True:
            begun = time.perf_counter()
            state = self._site.state()
            if state.number != number:
                number = state.number
                with self._condition:
                    self._condition.notify_all()
                continue
            self._site.tidy()
            time.sleep(max(PAUSE, TIMES * (time.perf_counter() - begun)))
