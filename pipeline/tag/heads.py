"""Heads: the words that say what a name of several words is the name of: "Party", "University", "River", "War"."""

_HEADS = {
    "ORG": """
        academy administration agency airlines airways alliance army association assembly authority bank
        bloc board brigade broadcasting bureau cabinet chamber chronicle church club clubs coalition college
        commission committee communion company confederation congress consortium constabulary co. corp corp.
        corporation corps council court courts daily department directorate division executive faculty
        federation forces foundation front fund gazette government group guard guards herald holdings
        hospital inc inc. inspectorate institute institution journal laboratories laboratory league
        legislature llc ltd ltd. mafia ministry mirror mission movement museum navy news observer office
        order orchestra organisation organization parliament partners partnership party patrol plc police
        post press railways records regiment school secretariat senate service services society squadron
        staff studios syndicate team telegraph times tribune tribunal trust union unions university wing
        battalion militia network airline ballet bundesliga choir philharmonic fleet caucus
        a.f.c. afc ag asa athletic baseball basketball breweries brewery capital electronics energy enterprises
        entertainment f.c. farms fc foods force gmbh hc industries liga logistics marine markets motors nv oyj
        petroleum pharmaceuticals pictures productions seafood securities soccer software steel systems
        technologies ventures
        """,
    "EVENT": """
        awards bombing bombings campaign challenge classic championship championships conference contest cup crisis
        election elections earthquake expo exposition fair festival final finals games genocide holocaust
        intifada massacre marathon offensive olympics open primary prix pogrom rebellion referendum revolt
        revolution riots summit symposium tour tournament trials uprising war wars insurgency mutiny famine
        """,
    "LAW": """
        accord accords act agreement agreements amendment bill charter code constitution convention covenant
        declaration directive doctrine laws ordinance pact protocol resolution statute treaty compact
        """,
    "LOC": """
        archipelago basin bay beach brook canyon cape cave channel coast creek delta desert forest fjord
        formation glacier gulf harbor harbour hills island islands isles lagoon lake lakes mountain
        mountains ocean pass peak peninsula plain plains plateau pond range reef ridge river rivers sea
        steppe strait straits valley volcano waterfall
        """,
    "GPE": """
        borough canton city colony commonwealth county département district duchy emirate governorate
        heights kingdom municipality oblast parish prefecture province raion republic sultanate territories
        territory town township village
        """,
    "FAC": """
        abbey airfield airport arena avenue barracks base boulevard bridge building canal castle cathedral
        cemetery circuit dam expressway factory fort gate hall highway hotel house lane library line
        lighthouse mall memorial mill mills mine monument mosque palace park pier plant plaza prison
        railroad railway refinery reservoir road square stadium station street synagogue temple terminal
        theater theatre tower tunnel zoo camp speedway racecourse shipyard reactor dock docks gym gymnasium
        junction pavilion playfield velodrome
        """,
    "WORK_OF_ART": "award medal prize trophy",
}
# What a name begins with: "Battle of Salta", "Lake Baikal", "Operation Torch".
_FIRST = {
    "EVENT": "operation hurricane typhoon cyclone exercise",
    "LOC": "lake mount cape mt mt.",
    "FAC": "fort camp",
    "ORG": """
        afc atletico atlético bayern borussia cska deportivo dinamo dynamo eintracht fc hapoel inter lokomotiv maccabi
        olympique real sporting werder
        """,
}
_FIRST_OF = {
    "EVENT": "battle battles siege campaign fall massacre war invasion sack raid relief",
    "LAW": "treaty peace act declaration convention constitution",
    "GPE": "province republic kingdom duchy state city emirate colony county principality department town",
    "LOC": "gulf bay strait straits isle sea cape",
    "ORG": """
        university ministry department bank council church house institute league federation union
        association organisation organization society college academy office bureau committee parliament
        party school court board front alliance knights daughters sons friends order museum army community
        conference association centre center chamber movement
        """,
    "FAC": "palace tower port",
}
# Surnames too: "Bobby Lake" is a person unless something else says that it is a place.
SURNAMES = frozenset(
    """
    bay bridge bush canon castle church close coast court creek cross dale fair field fields ford forest fort
    gate hall hill hills house king lake lane law mills moon open park parks peak pond post press price range
    ridge rivers river sea staff street temple tower towns wing wood woods young war house base camp cave green
    west north
    """.split()
)

TEAMS = frozenset("albion hotspur rangers rovers wanderers".split())  # each is called so by itself, too
HEADS = {word: kind for kind, words in _HEADS.items() for word in words.split()} | dict.fromkeys(TEAMS, "ORG")
FIRST = {word: kind for kind, words in _FIRST.items() for word in words.split()}
CLUBS = frozenset({"athletic", *_FIRST["ORG"].split()})  # what they are called is the rest: "Betis" of Real Betis
FIRST_OF = {word: kind for kind, words in _FIRST_OF.items() for word in words.split()}
# Bodies that are told apart by number: "65th Air Division".
NUMBERED = frozenset("army battalion brigade corps division fleet force infantry regiment squadron wing".split())
VERSUS = frozenset({"v.", "vs."})  # in the name of a case: "People v. Moro"
# What "for" goes on from: "Institute for Peace", not "left the Liberal Party for the Greens".
PURPOSEFUL = frozenset(
    """
    academy agency alliance association authority bank bureau campaign center centre coalition commission
    committee conference convention council court department federation foundation forum fund initiative
    institute ministry movement network office organisation organization partnership programme society tribunal
    union
    """.split()
)
# Heads that a running text writes small: "the 2001 Italian general election".
ELECTIONS = frozenset({"election", "elections", "by-election", "referendum"})
