"""Files taken into `raw/`: each a copy under a name of its own, with a row in `sources.csv`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path, PurePath

from pipeline.dates import first_day
from pipeline.errors import Exit, Reject, Stop
from pipeline.inputs import NOT_ARTICLES, read_input, read_inputs
from pipeline.inputs.source_notes import SOURCES, read_notes, with_notes
from pipeline.records import Document, SourceNote
from pipeline.store import lock
from pipeline.store.files import place, rewrite
from pipeline.store.refused import explained

_ADDRESS = re.compile(r"https?:/", re.IGNORECASE)  # one slash: that is what a path makes of two


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file: its path inside `raw/`, or why it was not taken."""

    given: str
    path: str = ""
    refusal: Reject | None = None


def check(note: SourceNote, files: int) -> None:
    """Raises `Stop` if what is said of the files cannot be so."""
    if note.published and not first_day(note.published):
        raise Stop(f"--published {note.published!r} is not a date.", "Write it as 2021-02-03.")
    if note.url and not _ADDRESS.match(note.url):
        raise Stop(f"--url {note.url!r} is not an address of a page.", "It begins with https:// or http://.")
    if note.url and files > 1:
        raise Stop("--url names one article, and several files are given.", "Add them one at a time.")


def _names(name: str) -> Iterator[str]:
    """The name, then the same with 2, 3 and so on before its endings.

    >>> from itertools import islice
    >>> list(islice(_names("story.html.gz"), 2)), list(islice(_names("U.S. story.txt"), 2))
    (['story.html.gz', 'story-2.html.gz'], ['U.S. story.txt', 'U.S. story-2.txt'])
    """
    path = PurePath(name)
    ending = path.suffix
    if ending.lower() == ".gz":
        ending = PurePath(path.stem).suffix + ending
    stem = name.removesuffix(ending)
    yield name
    yield from (f"{stem}-{number}{ending}" for number in count(2))


def _read(given: Path, limit: int) -> Document:
    """The file that is given. Raises `Reject` if it is none, or not one that a run would read."""
    if _ADDRESS.match(str(given)):
        hint = "Open it in a browser, save the page, and add the saved file with --url and the address."
        raise Reject("address", "It is an address, and nothing is fetched.", hint)
    if given.is_dir() and not given.is_symlink():
        raise Reject("folder", "It is a folder.", f"Name the files in it, such as {given / '*.html'}.")
    name = given.name
    if name.startswith(".") or name != name.strip() or not name.isprintable():
        raise Reject("name", "Its name begins with a dot, or has spaces or signs that cannot be seen.", "Rename it.")
    found = read_input(name, given, limit)
    if isinstance(found, Document):
        return found
    hint = "Name the file that it leads to." if found.code == "link" else found.hint
    raise Reject(found.code, found.message, hint)


def _held(raw: Path, limit: int) -> dict[str, str]:
    """Content hash -> path of what is in `raw` now."""
    try:
        return {document.sha256: document.path for document in read_inputs(raw, limit).documents}
    except Stop as stop:
        if stop.exit_code is Exit.NO_INPUT:  # it is empty as yet
            return {}
        raise


@dataclass(slots=True)
class _Folder:
    """`raw/` while files are put into it."""

    path: Path
    held: dict[str, str]
    taken: set[str]  # names that no new file may have

    def take(self, document: Document) -> str:
        """The name under which it lies there now. Raises `Reject` if the same content does so already."""
        if same := self.held.get(document.sha256):
            raise Reject("duplicate", f"Its content is there as {same}.", "There is nothing to do.")
        name = next(name for name in _names(document.path) if self._placed(name, document.content))
        self.held[document.sha256] = name
        return name

    def _placed(self, name: str, content: bytes) -> bool:
        if name in self.taken:
            return False
        try:
            place(self.path / name, content)
        except FileExistsError:
            return False
        return True


def add(files: Sequence[Path], raw: Path, about: SourceNote, limit: int) -> list[Added]:
    """Copies `files` into `raw`, with a row each that says `about`; what was there stays as it is.

    Raises `Stop` if `about` cannot be so, `sources.csv` does not fit, or the folder cannot be written.
    """
    check(about, len(files))
    sources = raw / SOURCES
    with explained(raw):
        raw.mkdir(parents=True, exist_ok=True)
    with lock(sources), explained(raw):
        if sources.is_symlink():
            raise Stop(f"{sources} is a link.", "Put the file itself there.")
        noted = {note.path for note in read_notes(raw)}
        folder = _Folder(raw, _held(raw, limit), noted | NOT_ARTICLES)
        results = [_add_one(given, folder, limit) for given in files]
        notes = [replace(about, path=result.path) for result in results if result.path]
        if notes:
            rewrite(sources, with_notes(sources.read_bytes() if sources.exists() else b"", notes))
    return results


def _add_one(given: Path, folder: _Folder, limit: int) -> Added:
    try:
        return Added(str(given), folder.take(_read(given, limit)))
    except Reject as reject:
        return Added(str(given), refusal=reject)
