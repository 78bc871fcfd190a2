"""The words by which Swedish and English policies lay duties on somebody."""

from __future__ import annotations

import re


def words(text: str) -> frozenset[str]:
    """The set of the words of a text."""
    return frozenset(text.split())


ACTIVE_TASKS = words(
    "ansvarar svarar beslutar fastställer antar godkänner samordnar koordinerar tecknar ingår "
    "undertecknar genomför verkställer bevakar redovisar rapporterar återrapporterar redogör "
    "upprättar utarbetar utser tillsätter leder följer utvärderar reviderar uppdaterar bereder "
    "initierar tillser ser handlägger beviljar fördelar prioriterar informerar stödjer stöder "
    "bistår verkar tar lämnar sammanställer anmäler överlämnar granskar prövar avgör "
    "representerar företräder administrerar bedömer avger säger förmedlar ordnar organiserar "
    "planerar sköter hanterar föreslår yttrar fattar håller medverkar finansierar kontrollerar "
    "säkerställer ansöker kallar sammankallar avsätter tillhandahåller bevakar "
    "decides adopts approves coordinates monitors reports evaluates appoints prepares manages "
    "establishes ensures leads implements supports concludes signs revises reviews follows "
    "answers oversees draws submits"
)
"""Present-tense verbs of tasks; with an actor as subject they lay down who does what."""

PARTICLES = {
    "svarar": r"(?:\S+ ){0,4}?(?:för|inför)",
    "följer": r"(?:\S+ ){0,3}?upp",
    "tar": r"(?:\w+ )?(?:fram|emot|beslut|initiativ|ansvar|ställning)",
    "ser": r"(?:\w+ )?(?:till|över)",
    "verkar": r"(?:\w+ )?för",
    "säger": r"(?:\w+ )?upp",
    "fattar": r"(?:\w+ ){0,3}beslut\w*",
    "håller": r"(?:\w+ ){0,3}(?:kontakt\w*|samman|uppdaterad\w*|informerad\w*|ihop)",
    "leder": r"(?!(?:\w+ )?till\b)\w+",
    "ingår": r"(?!(?:\w+ )?i\b)\w+",
    "lämnar": r"(?:\w+ ){0,3}(?:rapport|redovisning|förslag|underlag|in|över|information)",
    "follows": r"up",
    "answers": r"for",
    "draws": r"up",
}
"""What must follow a verb (as a regular expression) for it to be a task."""

PASSIVE_TASKS = words(
    "rapporteras redovisas återrapporteras upprättas utarbetas utvärderas revideras uppdateras "
    "fastställs fastslås beslutas antas godkänns utses tillsätts samordnas genomförs bevakas söks "
    "handläggs bereds prövas sammanställs anmäls delges följs utarbetas tecknas ingås undertecknas "
    "beviljas fördelas lämnas leds"
)
"""Passives that lay down a task even without a modal ("rapporteras i årsredovisningen")."""

PASSIVE_NOUNS = re.compile(
    r"^(?:en |den |denna |årlig |regelbunden |kontinuerlig )*\w*"
    r"(?:uppföljning|utvärdering|redovisning|rapportering|återrapportering|revidering|översyn|"
    r"prövning|samordning)(?:en)?\b",
    re.I,
)
"""Subjects that make "sker" and "görs" a task ("Uppföljning sker årligen")."""

RESPONSIBLE = re.compile(
    r"^(?:har|have|has)\s+(?:\w+\s+){0,3}?\w*(?:ansvar(?:et)?|responsibility)\b"
    r"|^(?:har|have|has)\s+(?:\w+\s+){0,2}?(?:uppgift(?:en)?|uppdrag(?:et)?|skyldighet|task|"
    r"duty)\s+(?:att|to)\b"
    r"|^(?:är|is|are)\s+(?:\w+\s+){0,2}?\w*(?:ansvarig[at]?|skyldig[at]?|responsible|accountable|"
    r"obliged|required)\b",
    re.I,
)
"""Predicates of responsibility, from their verb on."""

RESTS_WITH = re.compile(
    r"^(?:ligger|vilar|åvilar|åligger|ankommer|rests?|lies)\s+(?:hos|på|with)?\s*", re.I
)
"""Where a responsibility lies, from the verb on; the actor follows."""

OTHER_TASK = re.compile(
    r"^(?:en annan|ytterligare en|en ytterligare|another)\s+(?:\w+\s+)?(?:uppgift|task)\s+(?:är|"
    r"is)\s+(?:\w+\s+)?(?:att|to)\s+",
    re.I,
)
"""A further task of the actor of the sentence before."""

NO_REQUIREMENT = re.compile(
    r"\b(?:ska|skall|bör|måste)\s+(?:\w+\s+){0,2}?(?:ses|betraktas|uppfattas|förstås)\s+som\b"
    r"|\b(?:should|shall|must)\s+be\s+(?:seen|regarded|viewed)\s+as\b",
    re.I,
)
"""Modals that tell how to see something, not what to do."""

DOCUMENT_SUBJECT = re.compile(
    r"^(?:(?:den|denna|detta|det|this|the)\s+(?:här\s+)?)?(?:(?:\w+\s+)?\w*(?:policyn?|"
    r"strategin?|handlingsplan(?:en)?|"
    r"program(?:met)?|dokument(?:et)?|riktlinje(?:n|rna)|plan(?:en)?|document|strategy)\b|(?:den|"
    r"det|it)\s*$)",
    re.I,
)
"""Subjects that are the document itself: what it "ska bidra till" is its purpose, nobody's duty."""

AIMS = words(
    "bidra syfta vara främja stödja utgöra leda ange tydliggöra skapa underlätta vägleda styra "
    "contribute guide support promote"
)

BACKGROUND = re.compile(r"^(?:bakgrund|omvärld|nuläge|varför|background|context)", re.I)
"""Sections that explain: there, necessity without an actor is a view, not a duty."""

ROLE_WORD = re.compile(
    r"(?:kommun|ledning|nätverk|samordnare|ledare|chef|ansvarig|politiker|handläggare|funktion|organisation|enhet|"
    r"avdelning|"
    r"grupp|personal|kommitté|utskott|beredning|råd|nämnd|styrelse|förvaltning|kontor|bolag|"
    r"ordförande|medarbetare|företrädare|direktör|strateg)"
    r"(?:n|en|et|na|er|ar|erna|arna|orna|a|r|rna)?$",
    re.I,
)
"""Nouns for somebody who can have a duty, where the lexicon has no name for them."""

PRONOUNS = re.compile(r"^(?:vi|we)$", re.I)

REPORTS = (
    r"\w*(?:bokslut|årsredovisning|verksamhetsplan|verksamhetsberättelse|nämndplan|delårsrapport|"
    r"tertialrapport|tertiärrapport|årsrapport|årsberättelse|uppföljningsrapport|internbudget|"
    r"handlingsplan|aktivitetsplan|hållbarhetsredovisning)(?:et|en|er|erna|arna|ar|or|na|n)?"
)
RECIPIENT_IN_REPORT = re.compile(
    rf"\bi\s+(?:(?!att\b|som\b|och\b|samband\b)[\w-]+\s+){{0,4}}?{REPORTS}(?:\s+(?:och|"
    rf"samt)\s+{REPORTS})*\b"
    r"|\bin\s+(?:the|its|their|an)\s+(?:\w+\s+){0,2}?(?:annual report|annual accounts|report|"
    r"accounts|operational plans?)\b",
    re.I,
)
REPORT_VERB = re.compile(
    r"(?:rapporter|redovis|redogör|redogörs|anmäl|överlämn|inlämn|lämn|inform|delge|report|"
    r"submit|present)\w*",
    re.I,
)
RECIPIENT_TO = re.compile(
    r"\b(?:till|to|inför)\s+(?!att\b|följd\b)(?P<who>[^.,;:()\n]+?)"
    r"(?=\s+(?:i|på|om|för|vid|enligt|via|genom|senast|samt|innan|inför|efter|minst|varje|som|"
    r"hur|vad|and|by|in|on|at|each|every|no later)\b|[.,;:()\n]|$)",
    re.I,
)
RECIPIENT_BODY = re.compile(
    r"\bför\s+(?:\w*fullmäktige|\w*styrelse[nr]?|\w*nämnd(?:en|er|erna)?|KF|KS|berörda? \w+)\b"
)
FORBIDS = re.compile(r"^(?:får|may|can|must)\s+(?:\w+\s+)?(?:inte|ej|aldrig|not|never)\b", re.I)
"""A permission denied is a duty too."""

RESPONSIBLE_IS = re.compile(r"^(?:\w+\s+)?\w*ansvarig\w*\s+(?:för|i)\s", re.I)
"""A fronted predicate: "Ytterst ansvarig för arbetet är ..."."""

CLEFT = re.compile(
    r"^(?:Det|It)\s+(?:är|is)\s+(?:också\s+|även\s+)?(?P<who>\S.{0,60}?)\s+(?:som|that|who|which)\s+",
    re.I,
)
"""An actor brought forward: "Det är kommunstyrelsen som ansvarar ..."."""

MISSION = re.compile(
    r"^I\s+(?P<who>\S.{0,60}?)s\s+(?:uppdrag|ansvar|uppgift(?:er)?|roll)\s+ingår\s+"
    r"(?:(?:också|även|bland annat)\s+)*(?:att\s+)?",
    re.I,
)
"""A task as part of a mission: "I nämndens uppdrag ingår att ..."."""

RECEIVES = words("få uppleva känna veta")
"""Infinitives whose subject is served, not bound ("Eleverna ska få möjlighet ...")."""

AFFECTED = words("påverkas berörs omfattas begränsas kännetecknas präglas utgörs ägs")
"""Passives with an agent that lay down no task."""

AGENT = re.compile(r"(?<!ing)(?<!ande)(?<!het)\s(?:av|by)\s+(?P<who>[^.,;:()\n]+)", re.I)
