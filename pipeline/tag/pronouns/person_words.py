"""Words for people, and what they say of sex."""

from pipeline.tag.cue_words import KIND_BEFORE

SHE, HE = frozenset({"she", "her", "hers"}), frozenset({"he", "him", "his"})
TITLES = {"mr": HE, "mr.": HE, "sir": HE, "mrs": SHE, "mrs.": SHE, "ms": SHE, "ms.": SHE, "miss": SHE}
MEN = frozenset(
    """
    boy boyfriend brother businessman dad father gentleman grandfather grandson headmaster husband king man monk nephew
    priest prince son spokesman stepfather uncle widower
    """.split()
)
WOMEN = frozenset(
    """
    actress aunt businesswoman daughter girl girlfriend granddaughter grandmother headmistress lady midwife mother mum
    niece nun princess queen sister spokeswoman stepmother widow wife woman
    """.split()
)
_OTHERS = frozenset(  # beside those who stand before a name
    """
    accused actor admiral adult applicant apprentice author baker boss brother buyer caller candidate captain
    cardinal cashier chairman chairwoman chief child claimant clerk client coach colleague colonel composer
    conductor convict councillor customer defendant deputy detainee director doctor driver engineer fan farmer
    fisherman friend guard gunman head inmate investigator judge keeper kidnapper killer lawyer leader maestro
    man manager mayor mechanic member minister musician neighbour novelist nurse officer owner painter passenger
    patient person pilot player premier president priest prisoner professor prosecutor pupil referee rival
    robber scientist secretary senator shareholder shepherd singer skipper soldier source spokesperson striker
    student surgeon suspect teacher thief trainee trainer uncle victim warder witness worker writer
    """.split()
)
PEOPLE = frozenset(word for word, kind in KIND_BEFORE.items() if kind == "PERSON") | _OTHERS | MEN | WOMEN
# They are called "he" and "she" too
ANIMALS = frozenset(
    """
    animal ape bear bull calf camel cat cow cub dog dolphin elephant giraffe gorilla hippo horse kitten lion lioness
    mare orangutan pony puppy rhino seal stallion tiger tigress whale wolf
    """.split()
)
