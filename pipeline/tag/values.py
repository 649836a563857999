"""Values: numbers, money, percentages, durations, ordinals and dates, with bounds and what they count."""

import math
import re
from collections.abc import Iterator

from spacy.tokens import Span, Token
from text_to_num import text2num

from pipeline.dates import YearOf, find_dates
from pipeline.records import Value, ValueKind
from pipeline.tag.measures import CURRENCIES, DURATIONS, MEASURES, ORDINALS, SCALES

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_SCALED = re.compile(r"(\d[\d,.]*)(m|bn|k)")

# Words before a number, longest first, and which side of it they leave open.
_AT_LEAST = (
    "no fewer than",
    "no less than",
    "not less than",
    "at least",
    "a minimum of",
    "minimum of",
    "upwards of",
    "as many as least",
)
_MORE = ("more than", "greater than", "in excess of", "exceeding", "exceeded", "over", "above")
_AT_MOST = (
    "no more than",
    "not more than",
    "at most",
    "up to",
    "as many as",
    "a maximum of",
    "maximum of",
    "as much as",
    "capped at",
)
_LESS = ("fewer than", "less than", "under", "below")
_ALMOST = ("nearly", "almost", "close to", "just under")
_ABOUT = ("about", "around", "roughly", "approximately", "some", "an estimated", "estimated", "circa")
_AFTER_AT_LEAST = ("or more", "or so more", "and above", "plus")
PART = "of the"  # qualifier of a number that counts a part: "two of the paintings"
NEARLY = 0.9  # "nearly 2,000" is 1,800 to 2,000


def _amount(token: Token) -> float | None:
    """The number that one token writes in digits or letters."""
    if match := _DIGITS.fullmatch(token.text):
        return float(match[0].replace(",", ""))
    if match := _SCALED.fullmatch(token.text.lower()):
        return float(match[1].replace(",", "")) * SCALES[match[2]]
    return None


def _spelled(tokens: list[Token]) -> float | None:
    try:
        return float(text2num(" ".join(token.lower_ for token in tokens if token.text != "-"), "en"))
    except ValueError:
        return None


def _is_number_word(token: Token) -> bool:
    return token.tag_ == "CD" and token.text.isalpha() and token.lower_ not in SCALES


def _continues(token: Token) -> bool:
    """Whether a word goes on with a number in words: "two hundred and six", but not "three and five"."""
    return token.lower_ in {"-", "hundred", "thousand"} or (token.lower_ == "and" and token.nbor(-1).lower_ in SCALES)


def _read_amount(sentence: Span, i: int) -> tuple[int, float] | None:
    """The number that starts at token `i`, scale words included: where it ends, and what it is."""
    end, amount = i, None
    first = sentence[i]
    if (amount := _amount(first)) is not None:
        end = i + 1
    elif _is_number_word(first) or (
        first.lower_ in {"a", "an"} and i + 1 < len(sentence) and sentence[i + 1].lower_ in SCALES
    ):
        end = i + 1
        while end < len(sentence) and (_is_number_word(sentence[end]) or _continues(sentence[end])):
            end += 1
        while end > i + 1 and sentence[end - 1].lower_ in {"-", "and"}:
            end -= 1
        words = list(sentence[i:end])
        amount = 1.0 if first.lower_ in {"a", "an"} else _spelled(words)
        if first.lower_ in {"a", "an"}:
            end = i + 1
    elif first.lower_ == "dozens" or first.tag_ != "CD":
        return None
    if amount is None:
        return None
    while end < len(sentence) and sentence[end].lower_ in SCALES and sentence[end].is_alpha and len(sentence[end]) > 1:
        amount *= SCALES[sentence[end].lower_]
        end += 1
    return end, amount


def _bounds(sentence: Span, start: int, end: int, amount: float) -> tuple[float, float, bool]:
    """What the words around a number leave open: lowest, highest, approximate."""
    before = " " + sentence[max(0, start - 4) : start].text.lower().rstrip("$€£ ")
    after = sentence[end : end + 2].text.lower()
    step = 1.0 if amount.is_integer() and amount < 1e6 else 0.0  # noqa: PLR2004 - counts come in ones, sums do not

    def stands(phrases: tuple[str, ...]) -> bool:
        return before.endswith(tuple(" " + phrase for phrase in phrases))

    if stands(_AT_LEAST) or after.startswith(_AFTER_AT_LEAST):
        return amount, math.inf, False
    if stands(_AT_MOST):
        return 0.0, amount, False
    if stands(_MORE):
        return amount + step, math.inf, False
    if stands(_LESS):
        return 0.0, amount - step, False
    if stands(_ALMOST):
        return NEARLY * amount, amount, True
    return amount, amount, stands(_ABOUT)


def _adjectives(noun: Token) -> tuple[str, ...]:
    return tuple(child.lemma_.lower() for child in noun.children if child.dep_ in {"amod", "compound"})


def _counted(sentence: Span, end: int) -> tuple[str, tuple[str, ...], int]:
    """The noun after a number and what narrows it: "1,550 deployed strategic warheads"; and where the noun ends."""
    qualifiers: list[str] = []
    i = end
    while i < len(sentence) and (
        sentence[i].pos_ in {"ADJ", "NOUN", "PROPN", "ADV"} or sentence[i].tag_ in {"VBN", "VBD", "HYPH", "VBG"}
    ):
        following = sentence[i + 1] if i + 1 < len(sentence) else None
        if sentence[i].pos_ in {"NOUN", "PROPN"} and not (following and following.pos_ in {"NOUN", "PROPN"}):
            return sentence[i].lemma_.lower(), tuple(qualifiers), i + 1
        if sentence[i].tag_ != "HYPH":
            qualifiers.append(sentence[i].lemma_.lower())
        i += 1
    if sentence[end : end + 3].text.lower() == "the number of":  # "caps at 1,550 the number of warheads"
        nouns = [child for child in sentence[end + 2].children if child.dep_ == "pobj"]
        return (nouns[0].lemma_.lower(), _adjectives(nouns[0]), end) if nouns else ("", (), end)
    if i < len(sentence) and sentence[i].lower_ == "of" and i + 1 < len(sentence):  # "44 of the homes"
        nouns = [child for child in sentence[i].children if child.dep_ == "pobj"]
        return (nouns[0].lemma_.lower(), (PART,), i) if nouns else ("", (), i)
    return "", (), end


def _of_subject(number: Token) -> str:
    """What a bare number is the number of: "the number of warheads fell to 1,550", "the toll was 12"."""
    verb = next((token for token in (number, *number.ancestors) if token.pos_ in {"VERB", "AUX"}), None)
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None) if verb else None
    if subject is None or number.i < subject.i:
        return ""
    if subject.lemma_ in {"number", "total", "count"}:
        inner = [token for token in subject.subtree if token.dep_ == "pobj"]
        return inner[0].lemma_.lower() if inner else ""
    return (
        subject.lemma_.lower()
        if subject.lemma_ in {"toll", "stockpile", "arsenal", "limit", "ceiling", "population", "price", "turnout"}
        else ""
    )


def _range(sentence: Span, start: int, end: int, amount: float) -> tuple[int, float] | None:
    """ "between three and five million", "1,700 to 2,200": where the range ends, and its upper end."""
    joiner = sentence[end].lower_ if end < len(sentence) else ""
    opener = sentence[start - 1].lower_ if start else ""
    joined = joiner == "to" or (joiner == "and" and opener == "between") or (joiner in {"–", "—"})
    upper = _read_amount(sentence, end + 1) if joined and end + 1 < len(sentence) else None
    return upper if upper and upper[1] > amount else None


def _number(sentence: Span, start: int, end: int, amount: float, upper: float | None) -> Value | None:
    """The value of a number at tokens [start, end), typed by what stands around it; `upper` ends a range."""
    low, high, approximate = _bounds(sentence, start, end, amount) if upper is None else (amount, upper, False)
    begin = sentence[start].idx
    before = sentence[start - 1].text if start else ""
    counted, qualifiers, stop = _counted(sentence, end)
    following = sentence[end].text if end < len(sentence) else ""

    def value(kind: ValueKind, unit: str, factor: float, last: int) -> Value:
        tail = sentence[last - 1]
        first = sentence[start - 1].idx if kind is ValueKind.MONEY and before in CURRENCIES else begin
        return Value(
            first, tail.idx + len(tail), kind, low * factor, high * factor, unit, counted, qualifiers, approximate
        )

    if following in {"%", "percent"} or sentence[end : end + 2].text.lower() == "per cent":
        return value(ValueKind.PERCENT, "%", 1, end + (2 if following == "per" else 1))
    if before in CURRENCIES:
        return value(ValueKind.MONEY, CURRENCIES[before], 1, end)
    if counted in CURRENCIES:
        currency, counted = CURRENCIES[counted], ""
        return value(ValueKind.MONEY, currency, 1, stop)
    word = sentence[end + 1].lemma_.lower() if following == "-" and end + 1 < len(sentence) else counted
    if word in {*DURATIONS, *MEASURES} and not qualifiers:
        counted = ""  # it is the unit, and counts nothing
    if word in DURATIONS and not qualifiers:
        unit, factor = DURATIONS[word]
        return value(ValueKind.DURATION, unit, factor, min(stop, len(sentence)) if following != "-" else end + 2)
    if word in MEASURES:
        unit, factor = MEASURES[word]
        return value(ValueKind.NUMBER, unit, factor, max(end, stop))
    counted = counted or _of_subject(sentence[start])
    if sentence[start].lower_ in {"one", "zero"} and not counted:
        return None  # "one of them", "no one"
    return value(ValueKind.NUMBER, "", 1, end)


def _is_score(sentence: Span, start: int, end: int) -> bool:
    """ "1-0", "17-14": a result of two numbers, not a count."""
    dash = {"-", "–"}
    after = end + 1 < len(sentence) and sentence[end].text in dash and sentence[end + 1].is_digit
    before = start > 1 and sentence[start - 1].text in dash and sentence[start - 2].is_digit
    return after or before


def _ordinal(token: Token) -> int | None:
    if token.i + 1 < len(token.doc) and token.nbor().text == "-":
        return None  # "third-party", "first-strike"
    if token.lower_ in ORDINALS and token.tag_ in {"JJ", "NN"} and token.dep_ in {"amod", "compound", "nmod"}:
        return ORDINALS[token.lower_]
    match = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", token.lower_)
    return int(match[1]) if match else None


def find_values(sentence: Span, year_of: YearOf | None = None) -> Iterator[Value]:
    """The values in a sentence, in order; offsets count from the start of the sentence's document.

    `year_of` completes a date that leaves the year out ("on 5 May"); without it such a date is left alone.
    """
    dates = list(find_dates(sentence.text, year_of))
    found = [
        Value(sentence.start_char + d.start, sentence.start_char + d.end, ValueKind.DATE, d.low, d.high)
        for d in dates
    ]
    i = 0
    while i < len(sentence):
        token = sentence[i]
        if any(date.start <= token.idx < date.end for date in found if date.kind is ValueKind.DATE):
            i += 1
            continue
        if (rank := _ordinal(token)) is not None:
            head = token.head.lemma_.lower()
            found.append(Value(token.idx, token.idx + len(token), ValueKind.ORDINAL, rank, rank, "", head))
        elif (read := _read_amount(sentence, i)) and not token.ent_id_:
            end, amount = read
            upper = _range(sentence, i, end, amount)
            stop, high = upper or (end, None)
            if high is not None and amount < 1e3 <= high and sentence[stop - 1].lower_ in SCALES:  # noqa: PLR2004
                amount *= SCALES[sentence[stop - 1].lower_]  # "three to five million": both are millions
            if not _is_score(sentence, i, end) and (value := _number(sentence, i, stop, amount, high)):
                found.append(value)
            i = stop
            continue
        i += 1
    yield from sorted(found, key=lambda value: value.start)
