"""Offices and ministries that most countries have, from one reviewed line a country."""

from collections.abc import Iterator

from training.aliases.rows import Entity, Row, read, slug

# What `+` stands for in reviewed/national_offices.csv; a cell may add to it: `+|Foreign Office`.
USUAL = {
    "foreign_minister": "Foreign Minister",
    "defence_minister": "Defence Minister",
    "ambassador": "Ambassador",
    "foreign_ministry": "Foreign Ministry|Ministry of Foreign Affairs",
    "defence_ministry": "Defence Ministry|Ministry of Defence",
}
# A title that names the country when it stands alone; the others read better as "Russian ...".
SUPREME = {"head_of_state", "head_of_government"}


def offices() -> Iterator[Row]:
    """Give the rows of every national office and ministry."""
    for line in read("national_offices"):
        for column in ("head_of_state", "head_of_government", *USUAL):
            titles = line[column].replace("+", USUAL.get(column, "")).split("|")
            yield from office(line, titles, column)
        for other in line["others"].split(";"):
            yield from office(line, other.split("|"), "others")


def office(line: dict[str, str], titles: list[str], column: str) -> Iterator[Row]:
    """Give the rows of one office; the first title names it, the others are its other titles."""
    if not titles[0]:
        return
    people, first = line["attributive"].split("|"), titles[0]
    name = f"{first} of {line['of']}" if column in SUPREME else f"{people[0]} {first}"
    ministry = column.endswith("ministry")
    entity = Entity(slug(f"{people[0]} {first}"), name, "ORG" if ministry else "ROLE")
    kind = "name" if ministry else "role"
    aliases = [name, *(f"{adjective} {title}" for adjective in people for title in titles)]
    # Its other titles are rare in this form.
    aliases += [f"{whose} {first}" for whose in owners(line["possessive"])]
    for alias in aliases:
        yield Row(entity, alias, kind)


def owners(country: str) -> list[str]:
    """Make the possessives: "Russia's", "Belarus's", "Belarus'"; the article stays outside."""
    bare = country.removeprefix("the ")
    if not bare.endswith("s"):
        return [f"{bare}'s"]
    return [f"{bare}'"] if bare != country else [f"{bare}'", f"{bare}'s"]
