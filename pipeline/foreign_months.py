"""The months' names in German, French, Spanish and Portuguese, with the short forms that bylines use."""

# A line a month. A name that several languages share stands once.
_NAMES = """
    januar jänner jan janvier janv enero ene janeiro
    februar feber feb février févr fév febrero fevereiro fev
    märz mär mrz mars marzo mar março
    april avril avr abril abr apr
    mai mayo maio
    juni jun juin junio junho
    juli jul juillet juil julio julho
    august aug août agosto ago
    september sept sep septembre septiembre setiembre setembro set
    oktober okt octobre oct octubre outubro out
    november nov novembre noviembre novembro
    dezember dez décembre déc diciembre dic dezembro
    """

FOREIGN_MONTHS = {name: i for i, names in enumerate(_NAMES.strip().splitlines(), 1) for name in names.split()}
