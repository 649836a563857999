"""Words that say what the name next to them names, for `cues.py`: "singer" before it, "said" behind it."""

_BEFORE = {
    "PERSON": """
        accountant activist actor actress analyst archbishop architect artist astronaut attorney author banker bassist
        biographer bishop businessman businesswoman cardinal champion chef chemist comedian commentator composer
        correspondent critic daughter defender designer dictator director drummer economist editor engineer father
        filmmaker frontman goalkeeper guitarist historian inventor journalist lawyer lawmaker legislator mathematician
        midfielder mother musician negotiator novelist officer painter philosopher photographer physicist pianist
        pilot playwright poet politician presenter producer prosecutor psychologist publisher rapper reporter scholar
        scientist sculptor singer socialite sociologist soldier songwriter son spokesman spokesperson spokeswoman
        sprinter striker swimmer theologian violinist vocalist wife husband winner writer
        """,
    "ORG": """
        airline band brand carmaker chain charity club company conglomerate duo firm group insurer label lender
        manufacturer militia newspaper nonprofit orchestra party producer-group publisher-group quartet quintet
        regulator retailer startup subsidiary supergroup team think-tank trio
        """,
    "WORK_OF_ART": """
        album comedy documentary drama essay film hymn movie musical novel opera poem sitcom song sonata symphony
        """,
}
OF_PLACES = frozenset(
    """
    borough capital city coast commune constituency county department district duchy electorate hamlet island isle
    municipality outskirts parish peninsula port prefecture province region republic riding seat state suburb suburbs
    town township village
    """.split()
)
AT_WORK = frozenset(
    """
    analyst analysts economist economists executive executives partner partners strategist strategists trader traders
    """.split()
)
_BEHIND = {
    "PERSON": "said says told added argued recalled wrote",
    "ORG": "spokesman spokeswoman spokesperson officials executives shares employees",
    "PRODUCT": "missile missiles rocket rockets submarine submarines bomber bombers",
    "GPE": "constituency district municipality province suburb residents",
}
_IS_A = {
    "GPE": "borough city commune constituency hamlet municipality suburb town township village district",
    "LOC": "island lake mountain river peninsula",
    "ORG": "airline band bank charity club company corporation firm group newspaper organisation organization party "
    "publisher subsidiary university",
    "PERSON": "actor actress author composer guitarist historian journalist lawyer musician novelist painter poet "
    "politician singer songwriter writer physician footballer",
}


def _by_word(table: dict[str, str]) -> dict[str, str]:
    return {word: kind for kind, words in table.items() for word in words.split()}


KIND_BEFORE, KIND_BEHIND, KIND_IS = _by_word(_BEFORE), _by_word(_BEHIND), _by_word(_IS_A)
