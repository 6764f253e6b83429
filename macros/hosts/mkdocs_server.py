"""MkDocs' server of a preview, which follows the files of a project and answers this machine alone."""

import logging
from pathlib import Path

from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer

from macros.hosts.loopback import loopback_only

_FOLLOWED = ("data", "macros/outputs/html/templates", "macros/theme")


def follow(server: LiveReloadServer, root: Path) -> LiveReloadServer:
    """Have the server build again at every change of what the project in `root` is made from."""
    for folder in _FOLLOWED:
        if (root / folder).is_dir():
            server.watch(str(root / folder))
    server.set_app(loopback_only(server.serve_request))
    rebuild = server.builder

    def rebuild_or_keep() -> None:
        try:
            rebuild()
        except (Abort, PluginError, SystemExit):
            # What was wrong has been logged. Raised on, it would leave every request waiting for a build.
            logging.getLogger("mkdocs.plugins.congkhai").error("An error happened during the rebuild")

    server.builder = rebuild_or_keep
    return server
