"""Whether sound files are said to have lost text: each warning over a folder of them is a false one.

    python bench/losses.py DIR

Every file below DIR is extracted, without a second opinion; `.gz` is unpacked. Printed: the files, those refused by
code, and those with the warning `text_lost` (`pipeline/extract/volume.py` says when). The baseline is 0 warnings.
"""

import gzip
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import Reject
from pipeline.extract.articles import extract_article
from pipeline.extract.volume import LOST
from pipeline.records import Document


def documents(folder: Path) -> Iterator[Document]:
    """Every file below the folder."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content, name = path.read_bytes(), path.name
        if path.suffix == ".gz":
            content, name = gzip.decompress(content), path.stem
        yield Document(name, "", content)


def main() -> None:
    read, refused, warned = 0, Counter[str](), list[str]()
    for document in documents(Path(sys.argv[1])):
        try:
            article = extract_article((document, None), "fast")
        except Reject as refusal:
            refused[refusal.code] += 1
            continue
        read += 1
        if LOST in article.warnings:
            warned.append(document.path)
    print(f"{read:,} read; refused: {dict(refused) or 'none'}; {LOST}: {len(warned)}", *warned, sep="\n  ")


if __name__ == "__main__":
    main()
