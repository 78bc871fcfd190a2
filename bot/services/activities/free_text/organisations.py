"""Words for organisations, in the languages that partners' names are written in."""

from __future__ import annotations

import re

_ORGANISATION = re.compile(
    r"\w*(?:g[yiü]mn?a\w+|skola|skolan|skole|skolen|gymnasium|gymnasiet|gymnasieskola|universitet|universitetet|universität|hochschule|"
    r"högskola|högskolan|kommun|kommune|kommunen|stad|staden|förening|föreningen|förbund|"
    r"förbundet|museum|museet|bibliotek|biblioteket|akademi|akademin|institut|institutet|"
    r"stiftelse|stiftelsen)|schools?|university|college|municipality|institute|academy|council|"
    r"foundation|museum|association|agency|ltd|gmbh|lyceum|lycée|lycee|liceo|istituto|colegio|escola|escuela|scuola|école|ecole|szkoły|"
    r"instituto|schule|gesamtschule|realschule|szkoła|szkół|savivaldybė|lukio|koulu|"
    r"(?:berufs)?kolleg|kolegija|kolledž|ceip|ies|"
    r"county|region",
    re.IGNORECASE,
)
_THE = re.compile(
    r"\w*(?:skolan|gymnasiet|universitetet|högskolan|kommunen|föreningen|förbundet|museet"
    r"|organisationen|biblioteket|akademin|institutet|stiftelsen)|(?:partner|vän)\w*(?:skola|kommun|gymnasium)"
)
"""Words in small letters that begin the name of an organisation ("skolan i Palermo")."""


_MUNICIPAL = frozenset([
    "Stadt", "Landkreis", "Kreis", "Gemeinde", "Gemeente", "Comune", "Città", "Gmina", "Miasto",
    "Ville", "Mairie", "Ayuntamiento", "Ajuntament", "Município", "Câmara",
])  # fmt: skip
"""Words for a municipality abroad; in small letters some of them are Swedish words ("ville")."""

_TWIN = re.compile(r"(?:vän|syster|grann|partner)(?:ort|stad|kommun)(?:en|er|erna)?")
"""Words before a town that is a partner ("systerkommunen Lohja")."""


def tells_organisation(word: str) -> bool:
    """Whether a word makes a name that of an organisation, as the end of a compound too."""
    return word in _MUNICIPAL or bool(_ORGANISATION.fullmatch(word))


def ends_organisation(word: str) -> bool:
    """Whether a word makes a name that of an organisation only as its last ("Cork City"), since it
    begins those of other things ("Smart City Expo").
    """
    return word.casefold() in ("city", "town")


def begins_organisation(word: str) -> bool:
    """Whether a name may begin with this word in small letters ("skolan i Palermo")."""
    return bool(_THE.fullmatch(word)) and not tells_twin(word)


def tells_twin(word: str) -> bool:
    """Whether what follows a word in small letters is a town that one works with."""
    return bool(_TWIN.fullmatch(word))
