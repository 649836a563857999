"""Words of number and measure, and what they come to."""

SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "tn": 1e12,
    "k": 1e3,
}

# The parts that people count in: "two thirds", "a quarter".
FRACTIONS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}

PART = "of the"  # qualifier of a number that counts a part: "two of the paintings"

CURRENCIES = {
    "$": "USD",
    "US$": "USD",
    "C$": "CAD",
    "A$": "AUD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "rouble": "RUB",
    "ruble": "RUB",
}
CURRENCIES |= {code: code for code in "AUD BRL CAD CHF CNY CZK DKK EUR GBP HUF INR JPY NOK NZD PLN SEK USD ZAR".split()}
# Money in words, whose country the words alone do not say: "kroner" are Danish or Norwegian.
MONEY = frozenset(
    """cents crowns dirhams dollar dollars euro euros forints franc francs krona krone kroner kronor lira peso pesos
    pounds rand reais roubles rubles rupees shekels won yen yuan zloty zlotys""".split()
)
# "dollar" alone is the American one; these words before it say otherwise.
OTHER_DOLLARS = {"canadian": "CAD", "australian": "AUD", "zealand": "NZD", "kong": "HKD", "singapore": "SGD"}

# Each unit with the base it is compared in, and how many of that it is.
DURATIONS = {
    "second": ("hour", 1 / 3600),
    "minute": ("hour", 1 / 60),
    "hour": ("hour", 1),
    "day": ("hour", 24),
    "week": ("hour", 168),
    "fortnight": ("hour", 336),
    "month": ("month", 1),
    "year": ("month", 12),
    "decade": ("month", 120),
    "century": ("month", 1200),
}

MEASURES = {
    "centimetre": ("m", 0.01),
    "centimeter": ("m", 0.01),
    "cm": ("m", 0.01),
    "inch": ("m", 0.0254),
    "foot": ("m", 0.3048),
    "yard": ("m", 0.9144),
    "metre": ("m", 1.0),
    "meter": ("m", 1.0),
    "m": ("m", 1.0),
    "kilometre": ("m", 1e3),
    "kilometer": ("m", 1e3),
    "km": ("m", 1e3),
    "mile": ("m", 1609.344),
    "milligram": ("kg", 1e-6),
    "mg": ("kg", 1e-6),
    "gram": ("kg", 1e-3),
    "kilogram": ("kg", 1.0),
    "kg": ("kg", 1.0),
    "tonne": ("kg", 1e3),
    "ton": ("kg", 1e3),
    "litre": ("l", 1.0),
    "liter": ("l", 1.0),
    "acre": ("m2", 4046.8564224),
    "hectare": ("m2", 1e4),
    "kiloton": ("kt", 1.0),
    "megaton": ("kt", 1e3),
    "watt": ("W", 1.0),
    "kilowatt": ("W", 1e3),
    "megawatt": ("W", 1e6),
    "gigawatt": ("W", 1e9),
    "kmh": ("m/hour", 1e3),
    "kph": ("m/hour", 1e3),
    "mph": ("m/hour", 1609.344),
}
POWERS = {"square": 2, "sq": 2, "cubic": 3}  # before a length

# The two scales stay apart: whether "3.6 degrees" is a point on one or a step along it, the words do not say.
TEMPERATURES = {"celsius": "°C", "centigrade": "°C", "c": "°C", "fahrenheit": "°F", "f": "°F"}

ORDINALS = {
    word: i
    for i, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}
