"""The parts of the record that are read one by one, each to a digest: it changes when what is there to read does."""

from functools import cached_property

from macros.publication.known_addresses import KnownAddresses
from macros.publication.ledger import key
from macros.publication.plain_data import Digests
from macros.record import Catalogue, Edition, Recording, Report, ReportHistory, ReportKey, Vintage
from macros.record.reads import Read, ReadKind
from macros.record.report import BODY, DETAILS, HEAD


class ReadsDigests:
    """The digests of the parts of one catalogue, each worked out when it is first asked for.

    `addresses` are those of the site, as soon as they are known.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._digests = Digests()
        self.addresses: KnownAddresses | None = None
        self._known: dict[Read, str] = {}
        self._sets: dict[frozenset[Read], str] = {}

    def of(self, reads: frozenset[Read]) -> str:
        """The digest of some parts together."""
        known = self._sets.get(reads)
        if known is None:
            parts = (f"{read.kind} {read.name} {self._one(read)}" for read in sorted(reads))
            known = self._sets[reads] = key(*parts)
        return known

    def plain(self, *values: object) -> bytes:
        """The digest of other plain data."""
        return self._digests.of(values)

    @cached_property
    def rest(self) -> bytes:
        """The digest of all that is never noted as read, because nearly everything reads it."""
        c, history = self._catalogue, self._catalogue.history
        definitions = (c.agency, c.units, c.code_lists, c.documents, c.abbreviations, c.sections, c.foreign_words)
        heads = tuple(tuple(getattr(report, name) for name in HEAD) for report in c.reports)
        known = (history.knowledge, history.moved, history.unreadable, tuple(history.reports))
        return self.plain(definitions, c.citations, c.search_words, c.publisher, heads, known)

    @cached_property
    def _keys(self) -> dict[str, ReportKey]:
        """The keys of all reports by the text that a `Read` has of each."""
        return {str(known): known for known in (*self._catalogue.reports_by_key, *self._catalogue.history.reports)}

    def _one(self, read: Read) -> str:
        if read not in self._known:
            self._known[read] = self._made(read)
        return self._known[read]

    def _made(self, read: Read) -> str:
        match read.kind:
            case ReadKind.ADDRESSES:
                assert self.addresses is not None, "no page asks for an address before all are known"
                return self.addresses.digests.get(read.name, "")
            case ReadKind.UNSURE:
                raise AssertionError("what is not sure is not remembered")
            case ReadKind.RECORDED:
                return str(self._catalogue.history.newest)
            case ReadKind.REPORT:
                _, report = self._named(read.name)
                return "" if report is None else key(*self._report(report))
            case ReadKind.HISTORY:
                return self._history(*self._named(read.name))

    def _named(self, name: str) -> tuple[ReportKey | None, Report | None]:
        found = self._keys.get(name)
        return found, self._catalogue.report(found) if found else None

    def _history(self, named: ReportKey | None, report: Report | None) -> str:
        past = self._catalogue.history.reports.get(named) if named else None
        told = self._digests.of(_told(past)) if past is not None else b""
        # What stands in the working copy only is what the report says today.
        return key(told, *(self._report(report) if report is not None else ()))

    def _report(self, report: Report) -> tuple[bytes, bytes]:
        noted = tuple(getattr(report, name) for name in DETAILS)
        body = report.body
        held = body.digest if body is not None else self._digests.of(tuple(getattr(report, name) for name in BODY))
        return held, self._digests.of(noted)


def _told(past: ReportHistory) -> tuple[object, ...]:
    """What decides all that git tells of a report: a commit has the same contents for ever."""
    if past.digest is not None:
        return (past.digest.hex(),)
    return tuple(map(_edition, past.editions)), tuple(
        (series, tuple(map(_vintage, vintages))) for series, vintages in past.vintages.items()
    )


def _edition(edition: Edition) -> tuple[object, ...]:
    changes = None if edition.changes is None else tuple(change.indicator.key for change in edition.changes)
    return edition.report, edition.revision, edition.standing, _recording(edition.recording), changes, edition.first


def _vintage(vintage: Vintage) -> tuple[object, ...]:
    return vintage.revision.number, _recording(vintage.recording), vintage.older, vintage.announced


def _recording(recording: Recording | None) -> tuple[object, ...] | None:
    return None if recording is None else (recording.commit, recording.content, recording.report, recording.moment)
