"""The direct sentence: who, when, how much, what it is called, as far as the structure gives it."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.findings import Finding
from knowledge.kinds import Kinds
from knowledge.language.actors import Actors
from knowledge.language.expressions import amounts, times
from knowledge.language.gloss import Glosser
from knowledge.language.words import fold
from knowledge.library import ReadPassage
from knowledge.model import Aspect, Citation
from knowledge.questions import Question
from knowledge.texts.catalogue import say
from knowledge.wording import listed, on_one_line

MOST_TERMS = 6
"""Glossary terms shown to an English asker under the Swedish quotes."""


class DirectSpeaker:
    """Words for what the structured knowledge says, in the question's language."""

    def __init__(self, actors: Actors, glosser: Glosser, kinds: Kinds) -> None:
        self._actors = actors
        self._glosser = glosser
        self._kinds = kinds

    def sentence(self, question: Question, findings: Sequence[Finding]) -> str:
        """The answer's first sentence; of several municipalities it tells what their documents'
        fields state, else only that they follow.
        """
        facts = [_stated(finding, question.language) for finding in findings]
        if all(facts):
            return " ".join(facts)
        if len(findings) > 1:
            return say("lead-several", question.language)
        return self._from_evidence(question, findings[0])

    def _from_evidence(self, question: Question, finding: Finding) -> str:
        best = finding.evidence[0]
        read, unit = best.read, best.read.asked_units[best.best_unit]
        told = {
            "definition": self._definition(question, read),
            "who": self._who(question, read, unit),
            "amount": self._amount(question, unit),
            "when": self._when(question, read, unit),
        }
        for name, details in told.items():
            if details:
                return say(
                    f"lead-{name}", question.language, municipality=finding.municipality, **details
                )
        return say("lead-answer", question.language, document=read.document.title)

    def _definition(self, question: Question, read: ReadPassage) -> dict[str, str] | None:
        if Aspect.DEFINITION not in question.aspects:
            return None
        asked = {term for need in question.needs for a in need.alternatives for term in a.terms}
        for definition in read.definitions:
            if fold(definition.term) in asked:
                return {"term": definition.term}
        return None

    def _who(self, question: Question, read: ReadPassage, unit: str) -> dict[str, str] | None:
        if Aspect.WHO not in question.aspects:
            return None
        responsible = [action.responsible for action in read.actions if action.responsible]
        if responsible:
            return {"actor": self._named(on_one_line(responsible[0]), question.language)}
        told = read.duties_in(unit)
        names = dict.fromkeys(on_one_line(duty.actor) for duty in told if duty.actor)
        if not names:
            return None
        together = listed(list(names), question.language)
        return {"actor": self._named(together, question.language)}

    def _amount(self, question: Question, unit: str) -> dict[str, str] | None:
        found = amounts(unit)
        if Aspect.HOW_MUCH not in question.aspects or len(found) != 1:
            return None
        return {"amount": found[0].of(unit)}

    def _when(self, question: Question, read: ReadPassage, unit: str) -> dict[str, str] | None:
        if not question.aspects & {Aspect.WHEN, Aspect.DATE, Aspect.YEAR}:
            return None
        planned = [action.time for action in read.actions if action.time]
        found = planned or [span.of(unit) for span in times(unit)]
        if not found:
            return None
        return {"time": self._bilingual(on_one_line(found[0]), question.language)}

    def _named(self, words: str, language: str) -> str:
        """Actors as the document has them; for an English asker by their English names first."""
        english = [self._actors[mention.actor].en for mention in self._actors.find(words)]
        if language == "sv" or not english:
            return self._bilingual(words, language)
        return f"{listed(list(dict.fromkeys(english)), language)} ({words})"

    def _bilingual(self, words: str, language: str) -> str:
        """The document's words; for an English asker after their English names."""
        if language == "sv":
            return words
        english = self._glosser.gloss(words)
        return f"{english} ({words})" if fold(english) != fold(words) else words

    def terms(self, question: Question, citations: Sequence[Citation]) -> str:
        """For an English asker, the Swedish terms of the question's things in the quotes, and the
        bodies named there, with their English names; else nothing.
        """
        if question.language != "en":
            return ""
        pairs: dict[str, str] = {}
        for citation in citations:
            for mention in self._actors.find(citation.quote):
                actor = self._actors[mention.actor]
                pairs.setdefault(actor.sv, actor.en)
            for swedish, english in self._glosser.terms(citation.quote, question.needs):
                pairs.setdefault(swedish, english)
        return "; ".join(f"{sv} = {en}" for sv, en in list(pairs.items())[:MOST_TERMS])

    def reasons(self, question: Question, finding: Finding) -> list[str]:
        """Why one municipality's documents do not answer, most telling first."""
        language, municipality = question.language, finding.municipality
        if finding.facts:
            return [self._silent_fact(finding, language)]
        verdict = finding.verdict
        reasons = [say("refused-in", language, municipality=municipality)]
        if verdict.reason == "refused-unspoken":
            words = listed([f"”{word}”" for word in verdict.words], language)
            reasons.append(say(verdict.reason, language, municipality=municipality, words=words))
        elif verdict.reason:
            reasons.append(say(verdict.reason, language, municipality=municipality))
        return reasons

    def _silent_fact(self, finding: Finding, language: str) -> str:
        silent = finding.facts[0]
        name = say(f"fact-{silent.name.value}", language)
        key = "refused-blank" if silent.fact else "refused-no-field"
        return say(
            key, language, document=f"{finding.municipality}: {silent.document.title}", name=name
        )


def _stated(finding: Finding, language: str) -> str:
    """What a finding's documents state of each fact asked for, or "" if nothing."""
    told = {
        fact.name: say(
            "fact-told",
            language,
            name=say(f"fact-{fact.name.value}", language),
            value=on_one_line(fact.fact.value),
        )
        for fact in reversed(finding.facts)
        if fact.is_stated and fact.fact and fact.fact.value
    }
    if not told:
        return ""
    facts = "; ".join(reversed(told.values()))
    return say("lead-facts", language, municipality=finding.municipality, facts=facts)
