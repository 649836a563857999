"""Inputs with their records in the place of the files that hold several, or one inside something else."""

from collections.abc import Iterable
from dataclasses import replace

from pipeline.errors import Reject
from pipeline.extract.unpack.opening import is_packed, unpack
from pipeline.inputs import Inputs
from pipeline.records import Document, Rejected, SourceNote, Unpacked
from pipeline.workers import Runner


def _paths(inside: Unpacked) -> list[str]:
    return [document.path for document in inside.documents] + [reject.path for reject in inside.rejects]


def _settled(document: Document, outcome: Unpacked | Reject, taken: set[str]) -> Unpacked:
    """What a file held, or the file itself as a reject."""
    if isinstance(outcome, Unpacked):
        both = next((path for path in _paths(outcome) if path in taken), None)
        if both is None:
            return outcome
        outcome = Reject("name_taken", f"Its record {both} has the name of another input.", "Rename that file.")
    row = Rejected(document.path, document.sha256, len(document.content), "extract", *outcome.args)
    return Unpacked((), (row,))


def _notes(notes: Iterable[SourceNote], records: dict[str, list[str]]) -> tuple[SourceNote, ...]:
    """The notes, each for a file with records in it as a note for each of them that has none of its own."""
    own = {note.path: note for note in notes}
    spread = (
        own.get(path) or replace(note, path=path)
        for note in own.values()
        for path in records.get(note.path, [note.path])
    )
    return tuple({note.path: note for note in spread}.values())


def unpacked(inputs: Inputs, runner: Runner) -> Inputs:
    """`inputs` with every record a document or a reject. Files are taken apart in the runner's processes."""
    packed = [document for document in inputs.documents if is_packed(document)]
    outcomes = runner.map("extract", unpack, packed, Unpacked, extra=(runner.settings.columns,))
    taken = {document.path for document in inputs.documents}
    opened: dict[str, Unpacked] = {}
    for document, outcome in zip(packed, outcomes, strict=True):
        inside = opened[document.path] = _settled(document, outcome, taken - {document.path})
        taken.update(_paths(inside))
    held = [opened.get(document.path) or Unpacked((document,), ()) for document in inputs.documents]
    records = {path: [found.path for found in inside.documents] for path, inside in opened.items()}
    return Inputs(
        tuple(document for inside in held for document in inside.documents),
        inputs.rejects + tuple(reject for inside in held for reject in inside.rejects),
        _notes(inputs.notes, records),
    )
