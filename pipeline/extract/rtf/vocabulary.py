"""The control words of RTF that stand for characters, or begin text of another kind."""

CHARACTERS = {
    "tab": " ", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "nbsp": "\u00a0", "nbhyphen": "-", "emspace": " ", "enspace": " ", "qmspace": " ",
    "page": " ", "column": " ", "nestcell": " ",
}  # fmt: skip
MARGINS = frozenset({"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"})
NOTES = frozenset({"footnote", "shptxt"})  # a note, a text box
MARKS = frozenset({"listtext", "pntext"})  # the bullet or number of a list item, as it is printed
# Beside everything after \*, which says of itself that it may be skipped.
UNSEEN = frozenset(
    """
    colortbl listtable listoverridetable revtbl rsidtbl filetbl generator pict nonshppict object fldinst annotation
    atnid atnauthor bkmkstart bkmkend xe tc rxe themedata colorschememapping datastore latentstyles sp pn ftnsep ftnsepc
    ftncn aftnsep aftnsepc aftncn nonesttables private
    """.split()
)
TABLES = frozenset({"fonttbl", "stylesheet", "info"})
PROPERTIES = frozenset({"title", "author"})  # inside info
