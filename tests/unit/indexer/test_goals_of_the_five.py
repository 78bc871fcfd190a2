"""Goals of the five documents, each read in the document."""

from __future__ import annotations

import pytest

from tests.unit.indexer.made import FIVE, shipped

GOALS = {
    "enkoping-internationell-policy": [
        "Bidrar genom sitt internationella arbete till en fredlig och demokratisk utveckling i "
        "världen.",
        "Deltar i internationellt finansierade projekt och utbyten av god kvalitet, exempelvis "
        "via EU.",
        "Stimulerar fortsatt internationalisering av det lokala näringslivet bland annat genom "
        "samarbetet inom Stockholm Business Alliance.",
        "Uppmuntrar ett internationellt perspektiv i undervisning för barn och unga och inom "
        "vuxenundervisning.",
        "Positionerar sig som en internationellt aktiv kommun och stärker den egna "
        "konkurrenskraften.",
        "Sprider kunskap och erfarenheter gällande hållbar utveckling.",
        "Är en omvärldsorienterad kommun med kännedom om vad som pågår i EU och i övriga världen "
        "av intresse för de egna verksamheterna.",
        "Finansieringsmöjligheter som det internationella arbetet och EU erbjuder tas tillvara i "
        "kommunens utvecklingsarbete.",
        "Har ett aktivt vänortsarbete som utvecklas i riktning mot ett ökat erfarenhetsutbyte och "
        "ett mer projektorienterat arbetssätt.",
    ],
    "orebro-internationell-policy": [
        "ge Örebro kommuns verksamheter ökade goda möjligheter till utveckling.",
        "utveckla kontakter mellan örebroare och kommunmedborgare i andra länder samt att främja "
        "föreningslivets internationella kontakter.",
        "bidra till att stärka det lokala näringslivets internationella kontakter och främja "
        "besöksnäringens utveckling med kopplingar till näringsliv strategin.",
    ],
    "skara-handlingsplan-for-okad-internationalisering": [
        "Att **förankra** det internationella arbetet i Skara kommun",
        "Att **utbilda** Skara kommuns förvaltningar att upptäcka möjligheter med internationellt "
        "arbete",
        "Att **sondera** i Skara kommuns olika förvaltningar: Vilka utmaningar/problem skulle "
        "kunna lösas genom EU-projekt?",
    ],
    "skovde-policy-for-internationellt-arbete": [
        "Målsättningen med Skövde kommuns internationella arbete är att det internationella "
        "perspektivet ska beaktas och vara en integrerad del i verksamheternas utvecklingsarbete.",
        "En annan målsättning är att de som deltar i olika former av internationellt arbete får "
        "ökad förståelse för olika samhällskulturer vilket främjar kommunens integrationsarbete.",
    ],
    "upplands-bro-policy-for-arbetet-med-internationella-kontakter": [
        "Målet med policyn är att de internationella frågorna blir ett naturligt inslag i "
        "verksamheterna och att arbetet blir en katalysator för det ständigt pågående "
        "utvecklingsarbetet.",
    ],
}


@pytest.mark.parametrize("identity", FIVE)
def test_every_goal_is_found_verbatim_and_none_is_invented(identity: str) -> None:
    document = shipped(identity)
    assert [document.quote(goal.place) for goal in document.goals] == GOALS[identity]


@pytest.mark.parametrize("identity", FIVE)
def test_a_goal_lies_in_its_section(identity: str) -> None:
    document = shipped(identity)
    for goal in document.goals:
        assert goal.place.document == document.id
        assert document.sections[goal.place.section].span.holds(goal.place.span)
