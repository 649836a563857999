"""The spellings of an alias that readers meet: matching is exact, so each needs its own row."""

import re
from collections.abc import Callable, Iterator

from training.aliases.rows import CURLY, Row, fold

DASH = "\N{EN DASH}"

# Words that a running text writes small: "the Berlin blockade", "the INF treaty".
GENERIC = re.compile(
    """Accident|Accord|Accords|Affair|Agreement|Agreements|Airlift|Amendment|Annexation|Assassination
Attack|Attacks|Battle|Blockade|Blast|Bombardment|Bombing|Bombings|Breakup|Campaign|Ceasefire|Civil
Climate|Collapse|Communiqué|Conference|Conflict|Construction|Convention|Conventions|Coup|Crackdown
Crisis|Deal|Declaration|Destruction|Disaster|Dissolution|Doctrine|Earthquake|Enlargement|Expansion
Explosion|Fall|Genocide|Handover|Hostage|Incident|Insurrection|Intervention|Invasion|Killing|Launch
Massacre|Memorandum|Missile|Murder|Nuclear|Offensive|Pact|Partition|Peace|Plan|Poisoning|Process
Protests|Protocol|Rebellion|Referendum|Reunification|Revolution|Riot|Scandal|Shooting|Shootings
Siege|Sinking|Split|Standoff|Summit|Takeover|Talks|Terror|Terrorism|Terrorist|Trade|Treaties|Treaty
Trial|Trials|Uprising|War|Wars|Withdrawal""".replace("\n", "|")
)
# "World war II" is a slip, not a spelling.
FIXED = re.compile(r"World War|Cold War|Great War|Cold-War|Black Hawk|Great Depression")

TITLES = """Chief Cabinet Secretary|Secretary of State for Defen[cs]e|Secretary of State|Secretary of Defen[cs]e
Secretary of the Treasury|Secretary of Homeland Security|Secretary of Energy|Secretary of Commerce
Defen[cs]e Secretary|Treasury Secretary|Foreign Secretary|Home Secretary|Energy Secretary|Commerce Secretary
Minister of Foreign Affairs|Minister for Foreign Affairs|Minister of Defen[cs]e|Minister of External Affairs
External Affairs Minister|Armed Forces Minister|Deputy Foreign Minister|Foreign Minister|Defen[cs]e Minister
Interior Minister|Finance Minister|Home Minister|Unification Minister|First Minister|Prime Minister
Ministry of Foreign Affairs|Ministry of Defen[cs]e|Ministry of External Affairs|External Affairs Ministry
Armed Forces Ministry|Foreign Ministry|Defen[cs]e Ministry|Secretary General|Director General|General Secretary
Attorney General|Governor General|Secretary-General|Director-General|Governor-General|Vice President
Vice-President|Vice Chancellor|Federal President|Federal Chancellor|Head of the|Chief of General Staff
Chief of the General Staff|Chief of Staff|Army Chief|Chief Prosecutor|Chief Executive|Chief Justice
Chief Negotiator|Special Envoy|Special Counsel|Special Representative|Permanent Representative
Supreme Allied Commander|Supreme Leader|Majority Leader|Minority Leader|Opposition Leader|Press Secretary
Executive Secretary|Managing Director|National Security Advis[eo]r|Crown Prince|Head of State
Commander-in-Chief|Chairperson-in-Office|Chairman-in-Office|Chancellor of the Exchequer|First Lady
Under-Secretary-General|High Commissioner|High Representative
Administrator|Ambassador|Chair|Chairman|Chairmanship|Chairperson|Chairwoman|Chancellor|Director|Emir|Emperor
Envoy|Governor|King|Leader|Mayor|Monarch|Negotiator|Patriarch|Premier|President|Prosecutor|Queen|Secretary
Speaker|Spokesman|Spokesperson|Spokeswoman|Sultan|Taoiseach|Treasurer""".replace("\n", "|")
TITLE = re.compile(rf"\b(?:{TITLES})\b(?!-)")

SWAPS = (
    ("Organization", "Organisation"),
    ("Defense", "Defence"),
    ("Program", "Programme"),
    ("Center", "Centre"),
    ("Cooperation", "Co-operation"),
)
# Two parties take a dash, "Iran-Iraq War"; "Six-Day War" never does.
PAIR = re.compile(
    r"^(?!Cold|Six|Five|Twelve|Two|Four|Anti|Non|Post|Lend|Intermediate|Comprehensive)"
    r"([A-Z][a-z]{2,}|US|EU)-(?=[A-Z][a-z]{2,}\b)"
)


def british_and_american(row: Row) -> Iterator[str]:
    """Swap "Defence" and "Defense" and their like."""
    for one, other in SWAPS:
        yield re.sub(rf"\b{one}\b", other, row.alias)
        yield re.sub(rf"\b{other}\b", one, row.alias)


def dotted(row: Row) -> Iterator[str]:
    """Write "U.S. Army" beside "US Army"."""
    yield re.sub(r"\bU([SN])\b", r"U.\1.", row.alias)


def running(row: Row) -> Iterator[str]:
    """Write small what running text writes small: titles, ministries, "crisis", "treaty"."""
    if row.ambiguous:  # "the defence secretary" says even less than "the Defence Secretary"
        return
    if row.entity.type == "ROLE" or "Ministry" in row.alias:
        yield TITLE.sub(lambda m: m[0].lower(), row.alias)
    if row.entity.type not in {"EVENT", "LAW"} or FIXED.search(row.alias):
        return
    words = row.alias.split(" ")
    last = len(words)
    while last > 1 and GENERIC.fullmatch(words[last - 1]):
        last -= 1
    if words[last - 1].islower():  # "Law of Treaties" stays as it is
        last = len(words)
    small = words[:last] + [word.lower() for word in words[last:]]
    if row.entity.type == "EVENT" and GENERIC.fullmatch(words[0]) and words[1:2] in (["of"], ["in"], ["on"]):
        yield " ".join([words[0].lower(), *words[1:]])
        small[0] = small[0].lower()
    yield " ".join(small)
    if row.entity.type == "LAW" and last < len(words):  # "the Anti-Ballistic Missile treaty"
        yield " ".join([*words[:-1], words[-1].lower()])


def region(row: Row) -> Iterator[str]:
    """Write "Kursk region" beside "Kursk Oblast"."""
    for official in (" Oblast", " Krai"):
        if row.alias.endswith(official):
            stem = row.alias.removesuffix(official)
            yield from (stem + word for word in (official.lower(), " region"))


def dashed(row: Row) -> Iterator[str]:
    """Write "Iran-Iraq War" with the dash of print, too."""
    if row.entity.type in {"EVENT", "LAW"}:
        yield PAIR.sub(rf"\1{DASH}", row.alias)


def plain(row: Row) -> Iterator[str]:
    """Drop accents: "Bogota" beside "Bogotá"."""
    yield fold(row.alias)


def curly(row: Row) -> Iterator[str]:
    """Write the apostrophe both ways."""
    yield row.alias.replace(CURLY, "'")
    yield row.alias.replace("'", CURLY)


# In this order, because each works on what the ones before it gave.
STEPS: tuple[Callable[[Row], Iterator[str]], ...] = (
    british_and_american,
    dotted,
    running,
    region,
    dashed,
    plain,
    curly,
)
