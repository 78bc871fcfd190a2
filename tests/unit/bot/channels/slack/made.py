"""Values to show, one of each kind."""

from __future__ import annotations

from datetime import UTC, date, datetime

from bot.domain.hand_overs import HandOver
from bot.domain.questions import LoggedQuestion, Reason, Venue
from bot.services.gaps import Gap
from bot.services.glossary import GlossaryEntry
from bot.services.listing import DefinitionRow, DocumentRow, DutyRow, FactRow
from bot.services.responsibilities import Responsibility
from bot.services.sections import Validity
from knowledge.model import (
    Answer,
    AnswerStatus,
    Citation,
    FactName,
    SectionReference,
)

TODAY = date(2026, 11, 22)
ASKED_AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)

SECTION = SectionReference(
    document_id="orebro-internationell-policy",
    edition="0a1b2c3d",
    ordinal=4,
    municipality="Örebro",
    document="Internationell policy",
    decided="2013-05-15",
    section_number="2.1",
    section="Beslutsnivåer",
    section_path=("2 Ansvar", "2.1 Beslutsnivåer"),
    page=3,
)
CITATION = Citation(
    **dict(SECTION),
    quote="Kommunfullmäktige beslutar om en internationell policy.",
    start=3272,
    end=3327,
)
ACTION = Citation(
    **{**dict(SECTION), "document_id": "skara", "municipality": "Skara", "page": None},
    quote="Åtgärd: Utveckla\nskolutbyten\nTidpunkt: Hela 2017\nAnsvarig: Skolorna",
    start=10,
    end=80,
)
ANSWER = Answer(
    language="sv",
    status=AnswerStatus.ANSWERED,
    sentence="Örebro: Kommunfullmäktige.",
    text="Örebro: Kommunfullmäktige.",
    citations=(CITATION, ACTION),
    nearest=(),
    notes=("Inget om detta hittades i dokumenten för Skövde.",),
)
REFUSAL = Answer(
    language="sv",
    status=AnswerStatus.NOT_FOUND,
    sentence="Dokumenten för Örebro ger inget svar på det.",
    text="Dokumenten för Örebro ger inget svar på det.",
    citations=(),
    nearest=(SECTION,),
    notes=("Dokumenten för Örebro tar inte upp ”badhus”.",),
)
VALIDITY = {
    "orebro-internationell-policy": Validity(valid_from=None, valid_until="2019-12-31"),
    "skara": Validity(valid_from="2017-01-01", valid_until="Tills vidare"),
}
PRIVATE = Venue(channel="C0INTERNAT", thread=None, is_private=True)


def asked(
    answer: Answer = ANSWER,
    text: str = "Vem beslutar om policyn?",
    municipality: str | None = None,
) -> LoggedQuestion:
    """A question as it was asked and understood."""
    return LoggedQuestion(
        id="q-1",
        key="Ev1",
        asker="U0EVA",
        venue=PRIVATE,
        text=text,
        question="Vem beslutar om policyn?",
        municipality=municipality,
        answer=answer,
        asked_at=ASKED_AT,
    )


HAND_OVER = HandOver(
    id="h-1", question="q-1", asker="U0EVA", venue=PRIVATE, handed_over_at=ASKED_AT
)
ANSWERED = HAND_OVER.model_copy(
    update={
        "answer": "Det gör *kommunfullmäktige*.\nSe <!channel> & § 5.",
        "answered_by": "U0BO",
        "answered_at": ASKED_AT,
    }
)


def document(municipality: str, title: str = "Policy", until: str | None = None) -> DocumentRow:
    """A document with its dates."""
    facts = [FactRow(name=FactName.DECIDED_ON, value="2013-05-15", quote=None)]
    if until:
        facts.append(FactRow(name=FactName.VALID_UNTIL, value=until, quote=None))
    return DocumentRow(
        id=municipality,
        municipality=municipality,
        document=title,
        source="policy.txt",
        sections=3,
        passages=9,
        characters=1000,
        facts=tuple(facts),
    )


_QUOTE = CITATION.model_dump(exclude={"document_id", "edition", "ordinal"})
DUTY = Responsibility(
    duty=DutyRow(
        **_QUOTE,
        actors=("kf",),
        actor="kommunfullmäktige",
        action="beslutar om en internationell policy",
        recipient=None,
        time="en gång per mandatperiod",
    ),
    section=SECTION,
)
DEFINITION = DefinitionRow(**_QUOTE, term="vänort", meaning="En ort som kommunen\nsamarbetar med.")
ENTRY = GlossaryEntry(
    swedish="vänort",
    english=("twin town", "sister city"),
    synonyms=("partnerort",),
    narrower=(),
    related=("vänortsavtal",),
)
GAP = Gap(
    questions=("Vad kostar Europa Direkt?", "kostnad europa direkt"),
    municipality="Skara",
    times=3,
    refused=2,
    disliked=1,
    reasons=(Reason.NO_ANSWER,),
    comments=("Jag behöver beloppet.",),
    last_asked_at=ASKED_AT,
)
