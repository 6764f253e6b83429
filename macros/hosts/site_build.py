"""Building the site, for the command line.

A build goes into a folder of its own beside the public one and takes its place only when every file that was planned is
in it, so that no build that fails, is killed or runs beside another ever touches what readers see.
"""

import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from macros.problems.problem import Problems
from macros.publication import former_places, program_shelf, switch
from macros.publication.hosted_files import carry
from macros.publication.ledger import Ledger
from macros.publication.manifest import Manifest, read_manifest
from macros.publication.phases import Phase, Phases
from macros.publication.site_files import SiteFiles
from macros.publication.targets import made_in, site_target
from macros.publication.trouble import BuildFailed, BuildStopped, sentence
from macros.publication.unchanged import Built, inputs, remember, standing
from macros.publication.workspace import PATIENCE, Workspace, planned_in, put_in_order, workspace

_MOST_NAMED = 5


def build_site(
    root: Path,
    wanted: Path,
    tell: Callable[[str], None] = lambda _: None,
    patience: float = PATIENCE,
    *,
    ledger: Ledger | None = None,
    judge: Callable[[Path], None] = lambda _: None,
    phases: Phases | None = None,
) -> Built:
    """Build the project in `root` and put the result at `wanted`, unless it stands there already.

    Waits `patience` seconds for another build of the same site, and says so to `tell`. What an earlier build has made
    is taken from the ledger. `judge` raises Problems where no host should read the settings; it is not asked where
    there is nothing to do. Raises BuildFailed when the data are wrong, a page cannot be rendered or the site cannot be
    put in its place; then `wanted` is as it was. Raises BuildStopped when it was interrupted.
    """
    site, inode, phases = wanted, None, phases or Phases()
    phases.begin(Phase.COMPARING)
    try:
        site = site_target(root, wanted)
        with workspace(site, tell, patience) as ours_alone:
            if site.is_dir():
                made_in(site)  # before any work
            made_from = inputs(root, ledger) if ledger is not None else None
            if ledger is not None and made_from is not None and (built := standing(ledger, made_from, site)):
                for text in built.told:
                    tell(text)
                return built
            phases.begin(Phase.READING)
            judge(root)
            staging = ours_alone.fresh("new")
            staging.mkdir()
            inode = staging.stat().st_ino
            files = SiteFiles(site, ledger)
            told, is_sure = _render(root, staging, ledger, phases, files)
            phases.begin(Phase.PUBLISHING)
            manifest = _whole(staging, files)
            former_places.note(root, site)
            _publish(ours_alone, staging)
            # What two trees have in common looks otherwise once one of them is gone.
            with suppress(OSError):  # the next build goes on
                put_in_order(site, ours_alone.folder)
            files.keep()
            built = Built(_pages(manifest), told)
            # Not of files that were changed meanwhile.
            if is_sure and ledger is not None and made_from is not None and made_from == inputs(root, ledger):
                remember(ledger, made_from, manifest, built)
                ledger.tidy()
                program_shelf.tidy()
        former_places.settled(root, site)
        return built
    except OSError as error:
        raise BuildFailed(sentence(error, site)) from error
    except KeyboardInterrupt as error:
        raise BuildStopped(inode is not None and site.exists() and site.stat().st_ino == inode) from error
    finally:
        phases.begin(None)


def _pages(manifest: Manifest) -> int:
    return sum(1 for path in manifest.files if path.endswith(".html"))


def _render(
    root: Path, staging: Path, ledger: Ledger | None, phases: Phases, files: SiteFiles
) -> tuple[tuple[str, ...], bool]:
    """Make the site in the folder; returns what staff were told of a project that is sound, and `Hosting.is_sure`.

    Raises BuildFailed with whatever goes wrong.
    """
    phases.begin(Phase.LOADING)
    # Imported here: where nothing has changed, nothing of it is needed.
    from macros.hosts.own_host import render
    from macros.publication.hosting import Hosting

    hosting = Hosting()
    hosting.ledger, hosting.phases, hosting.files = ledger, phases, files
    try:
        render(hosting, root, staging)
    except Problems as found:
        from macros.reporting import text_report

        raise BuildFailed(text_report(found.problems, [], root / "site")) from found
    except OSError:
        raise
    except Exception as error:
        # Whatever a macro or an extension raises, staff get a sentence; `mkdocs build` shows maintainers the traceback.
        raise BuildFailed(
            f"lỗi ngoài dự kiến ({type(error).__name__}: {error}); người bảo trì chạy “mkdocs build” để xem chi tiết"
        ) from error
    return hosting.told, hosting.is_sure


def _whole(staging: Path, files: SiteFiles) -> Manifest:
    """What was planned, once every file of it has been found in the folder as it was meant to be."""
    manifest = read_manifest(staging)
    if manifest is None:
        raise BuildFailed(
            "bản dựng không có danh sách tệp đã định, nên không biết có đủ hay không. "
            "Cách sửa: trong mkdocs.yml, mục plugins phải có congkhai"
        )
    if lacking := files.lacking(staging, manifest.files):
        raise BuildFailed(
            f"bản dựng thiếu hoặc sai {len(lacking)} trên {len(manifest.files)} tệp đã định: {_named(lacking)}. "
            "Cách sửa: xem ổ đĩa còn chỗ không và có chương trình nào khác sửa tệp không, rồi dựng lại"
        )
    if unplanned := manifest.unplanned(staging):
        # Whoever wrote it, no guard has seen it.
        raise BuildFailed(
            f"bản dựng có {len(unplanned)} tệp ngoài danh sách đã định: {_named(unplanned)}. "
            "Cách sửa: xem có chương trình nào khác ghi vào thư mục đang dựng không, rồi dựng lại"
        )
    return manifest


def _named(paths: Sequence[str]) -> str:
    return ", ".join(paths[:_MOST_NAMED]) + (" …" if len(paths) > _MOST_NAMED else "")


def _publish(place: Workspace, staging: Path) -> None:
    """The finished tree takes the place of the site, with what the host keeps there and with the same rights."""
    site, planned = place.site, planned_in(staging)
    if site.is_dir():
        carry(site, staging, made_in(site, planned), planned)
        shutil.copymode(site, staging)
        with suppress(OSError, AttributeError):  # only an administrator can give files away; Windows has no owners
            os.chown(staging, site.stat().st_uid, site.stat().st_gid)
    switch.settle(staging)
    old = place.fresh("old")
    switch.begin(place.folder, staging, old)
    switch.perform(site, staging, old)
