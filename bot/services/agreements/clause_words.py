"""The words by which Swedish and English policies demand an end or an evaluation."""

from __future__ import annotations

import re

from bot.services.agreements.agreement_words import ADJECTIVES
from bot.services.reports.demand import OccasionKind

CLAUSES = re.compile(
    r";|,?\s(?:medan|men|while|whereas|but)\s|,\s*(?:och|samt|and)\s(?!\s*[\w-]*-?avtal)", re.I
)
OBLIGES = re.compile(r"\b(?:ska|skall|bör|måste|must|shall|should)\b", re.I)
PERMITS = re.compile(
    r"\b(?:kan|får|kunna|brukar|har|hade|behöver|may|can|could|might|has|have|need)\b", re.I
)
NOT = re.compile(r"\b(?:inte|ej|icke|aldrig|not|never)\b(?!\s+(?:bara|endast|enbart|only))", re.I)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SUBORDINATE = re.compile(
    r"\b(?:hur|där|när|huruvida|så\s+att|how|where|when|whether|so\s+that)\b", re.I
)
OTHER_CLAUSE = re.compile(
    r"^\s+(?!eller\b|under\b|efter\b|över\b|för\b|per\b|gäller\b)\w+r\b.*\b(?:och|samt|and)\b",
    re.I | re.S,
)
"""After an agreement a verb of its own, and then something else: "medlemskapen kostar pengar och
projekten ska utvärderas".
"""
RELATIVE = re.compile(r"\b(?:som|vilken|vilket|vilka|which|that)\b", re.I)
COMPLEMENT = re.compile(
    rf"^\s*(?:(?:med|i|with|in)\s+{ADJECTIVES}[\w-]+\s*)?(?:\([^)]*\)\s*)?,?\s*$", re.I
)
"""What may stand between an agreement and the "som" that tells of it: "avtal med andra som ..."."""

NUMBERS = {
    **dict.fromkeys(("ett", "en", "one", "a"), 1),
    **dict.fromkeys(("två", "two"), 2),
    **dict.fromkeys(("tre", "three"), 3),
    **dict.fromkeys(("fyra", "four"), 4),
    **dict.fromkeys(("fem", "five"), 5),
    **dict.fromkeys(("sex", "six"), 6),
    **dict.fromkeys(("sju", "seven"), 7),
    **dict.fromkeys(("åtta", "eight"), 8),
    **dict.fromkeys(("nio", "nine"), 9),
    **dict.fromkeys(("tio", "ten"), 10),
}
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(NUMBERS)})\s+(?P<unit>år|månader|years?|months?)\b"
_ANY_COUNT = _COUNT.replace("?P<count>", "?:").replace("?P<unit>", "?:")
_AT_MOST = (
    r"(?:högst|max(?:imalt)?|längst|som\s+mest|som\s+längst|at\s+most|a\s+maximum\s+of|"
    r"no\s+(?:more|longer)\s+than|up\s+to)"
)
SPAN = re.compile(
    rf"(?:{_AT_MOST}|(?:tecknas?|ingås?|slutas?|gälla|löpa)\s+(?:i|på|för|om)|tidsbegränsa\w*\s+till|limited\s+to|for\s+(?:a\s+)?(?:period|term)s?\s+of)\s+"
    rf"{_COUNT}",
    re.I,
)
_END = (
    r"(?:slutdatum|slutdag|sista\s+giltighetsdag|upphörandedatum|tidsgräns|tidsbegränsning|"
    r"bortre\s+(?:tids)?gräns|(?:end|expiry)\s+date|time\s+limit|date\s+of\s+expiry)"
)
LIMITED = re.compile(
    r"\b(?:tidsbegränsas|tidsbestäms|tidsbestämmas|begränsas\s+i\s+tid(?:en)?|"
    r"vara\s+(?:alltid\s+|[\w-]+\s+och\s+)?(?:tidsbegränsa[dt]e?|tidsbestämda?|begränsa\w+\s+i\s+tid\w*)|"
    rf"(?:ha|innehålla|ange|förses\s+med|omfatta)\s+(?:[\w-]+\s+){{0,2}}?{_END}|"
    r"(?:ha|ges)\s+(?:en\s+)?(?:begränsad|bestämd)\s+(?:löptid|giltighet\w*|avtalstid|avtalsperiod)|"
    r"(?:på|för|under)\s+(?:viss|bestämd|begränsad)\s+tid|"
    rf"(?:gälla|gäller|löpa|löper|tecknas?|ingås?|slutas?|skrivas?|omfatta|vara)\s+"
    rf"(?:[\w-]+\s+){{0,5}}?{_AT_MOST}\s+{_ANY_COUNT}|"
    rf"(?:tecknas?|ingås?|slutas?|gälla|löpa)\s+(?:i|på|för|om)\s+{_ANY_COUNT}|"
    r"be\s+(?:always\s+)?(?:time[\s-]limited|limited\s+in\s+time|fixed[\s-]term|limited\s+to)|"
    rf"(?:have|contain|state|include|specify)\s+(?:[\w-]+\s+){{0,2}}?{_END}|"
    r"for\s+(?:a\s+)?(?:fixed|limited|definite)\s+(?:period|term|time)|"
    rf"(?:be\s+valid|run|last|concluded|signed|entered\s+into|apply)\s+(?:[\w-]+\s+){{0,3}}?{_AT_MOST}\s+"
    rf"{_ANY_COUNT})",
    re.I,
)
LIMITED_ONES = re.compile(
    rf"\b(?:tidsbegränsade|tidsbestämda|tidsbegränsat|time[\s-]limited|fixed[\s-]term)\s+{ADJECTIVES}$",
    re.I,
)
"""What stands directly before an agreement: "teckna tidsbegränsade avtal"."""

FOREVER = re.compile(
    r"\b(?:utan\s+(?:ett\s+|en\s+)?(?:[\w-]+\s+)?"
    rf"{_END}|tills\s+vidare|på\s+obestämd\s+tid|without\s+(?:an?\s+)?{_END}|open-ended|"
    r"indefinite(?:ly)?)",
    re.I,
)
REFUSES = re.compile(
    r"\b(?:(?:ska|skall|bör|får|must|shall|should|may)\s+(?:[\w-]+\s+){0,3}?(?:inte|ej|aldrig|not|never)|"
    r"ing(?:a|et|en)\s+(?:[\w-]+\s+){1,4}?(?:ska|skall|bör|får)|no\s+(?:[\w-]+\s+){1,4}?(?:shall|may|must))\b",
    re.I,
)
EVALUATED = re.compile(
    r"\b(?:utvärderas|omprövas|prövas\s+på\s+nytt|ses\s+över|följas\s+upp|följs\s+upp|"
    r"(?:be|is|are)\s+(?:[\w-]+\s+)?(?:and\s+)?(?:evaluated|reviewed|reassessed))\b",
    re.I,
)
AND_EVALUATED = re.compile(r"\b(?:and|or)\s+(?:[\w-]+ly\s+)?(?:evaluated|reviewed)\b", re.I)
EVALUATES = re.compile(r"\b(?:utvärdera|ompröva|se\s+över|evaluate|review|reassess)\b", re.I)
EVALUATION = re.compile(
    r"\b(?:utvärdering(?:en|ar|s)?|omprövning(?:en|ar)?|översyn(?:en)?|evaluations?|reviews?)\b",
    re.I,
)
DONE = re.compile(
    r"\b(?:göra|göras|ske|genomföra|genomföras|utföras|föregås|genomgå|made|carried\s+out|done|"
    r"conducted|preceded|undergo|take\s+place)\b",
    re.I,
)
PROLONGING = re.compile(
    r"\b(?:innan|före|inför|vid|before|prior\s+to|ahead\s+of)\s+(?:[\w-]+\s+){0,5}?"
    r"(?:förläng\w*|förny\w*|omförhandl\w*|löper\s+ut|går\s+ut|upphör\w*|avtalsslut|prolong\w*|"
    r"renew\w*|exten\w+|expir\w+)"
    r"|\b(?:förläng|förny|renew|exten|prolong)\w*\b.*?\b(?:föregås|preceded)\b",
    re.I | re.S,
)
MONTHS = {
    OccasionKind.YEAR: 12,
    OccasionKind.HALF_YEAR: 6,
    OccasionKind.TERTIAL: 4,
    OccasionKind.QUARTER: 3,
    OccasionKind.TERM_OF_OFFICE: 48,
}
