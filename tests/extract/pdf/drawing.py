"""A PDF drawn line by line: what a case says stands where, in fonts that every reader has or that have no letters."""

from collections.abc import Iterable, Mapping

FONTS = {
    "plain": "/Subtype /Type1 /BaseFont /Helvetica",
    "bold": "/Subtype /Type1 /BaseFont /Helvetica-Bold",
    "shapes": "/Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [65 /uniE001 /uniE002] >>",
}
PAGE = "/MediaBox [0 0 600 800]"

Piece = tuple[float, float, float, str, str]  # left, base, size, font, words
Box = tuple[float, float, float, float]
PICTURE = "q 200 0 0 200 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"


def draw(pages: Iterable[Iterable[Piece | Box | str]], info: Mapping[str, str] = {}, page: str = PAGE) -> bytes:
    """A PDF of pages, all with the attributes `page`.

    A piece of four numbers is a rectangle: left, bottom, width, height. A string is taken as it is.
    """
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    fonts = " ".join(f"/{name} {i} 0 R" for i, name in enumerate(FONTS, 3))
    objects += [f"<< /Type /Font {font} >>" for font in FONTS.values()]
    kids = []
    for pieces in pages:
        content = "\n".join(map(_operators, pieces))
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R {page} /Contents {len(objects)} 0 R /Resources << /Font << {fonts} >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append("<< " + " ".join(f"/{key} ({value})" for key, value in info.items()) + " >>")
    return file_of(objects)


def _operators(piece) -> str:
    if isinstance(piece, str):
        return piece
    if isinstance(piece[3], str):
        left, base, size, font, words = piece
        escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"BT /{font} {size} Tf {left} {base} Td ({escaped}) Tj ET"
    return "{} {} {} {} re S".format(*piece)


def file_of(objects: list[str]) -> bytes:
    found, starts = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        starts.append(len(found))
        found += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(found)}\n%%EOF\n"
    return found + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()
