"""Which encoding the bytes of RTF are in: one for the file, and others for fonts of other scripts."""

DEFAULT = "cp1252"

_CODE_PAGES = {932: "cp932", 936: "gb18030", 949: "cp949", 950: "big5", 10000: "mac_roman", 65001: "utf-8"}
_SINGLE_BYTE = frozenset({437, 850, 852, 855, 857, 860, 861, 862, 863, 864, 865, 866, 869, 874, *range(1250, 1259)})
# The numbers of Windows' character sets; 0 and 1 are those of the file.
_CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}


def of_code_page(number: int) -> str:
    """The encoding of a code page as `ansicpg` gives it."""
    return f"cp{number}" if number in _SINGLE_BYTE else _CODE_PAGES.get(number, DEFAULT)


def of_charset(number: int) -> str:
    """The encoding of a font's `fcharset`; "" for that of the file."""
    return _CHARSETS.get(number, "")
