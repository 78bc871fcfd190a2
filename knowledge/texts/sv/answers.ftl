### Answers, in Swedish. The same keys stand in en/answers.ftl.

## Answers

lead-answer = Så här står det i { $document }:
lead-who = { $municipality }: { $actor }.
lead-when = { $municipality }: { $time }.
lead-amount = { $municipality }: { $amount }.
lead-definition = Så beskriver { $municipality } ”{ $term }”:
lead-facts = { $municipality }: { $facts }.
fact-told = { $name } – { $value }
lead-several = Det här står i kommunernas dokument:
terms = Ord: { $terms }
silent-municipalities = Inget om detta hittades i dokumenten för { $municipalities }.
more-municipalities = Även dokumenten för { $municipalities } tar upp frågan; fråga om en kommun i taget.

## Citation lines

cited = { $municipality } · { $document }{ $decided ->
    [none] {""}
   *[other] {" "}· beslutad { $decided }
 }{ $section ->
    [none] {""}
   *[other] {" "}· { $section }
 }{ $page ->
    [none] {""}
   *[other] {" "}· s. { $page }
 }

## Refusals

refused = Dokumenten ger inget svar på det.
refused-order = Jag svarar bara på frågor om vad dokumenten säger, och tar inte emot order.
refused-in = Dokumenten för { $municipality } ger inget svar på det.
refused-unspoken = Dokumenten för { $municipality } tar inte upp { $words }.
refused-blank = Fältet ”{ $name }” finns i { $document }, men är inte ifyllt.
refused-no-field = { $document } anger inte { $name }.
refused-no-documents = Det finns inga dokument från { $municipality } i registret. Kommuner med dokument: { $municipalities }.
refused-lacks-how_much = Inget belopp anges i dokumenten för { $municipality }.
refused-lacks-how_many = Inget antal anges i dokumenten för { $municipality }.
refused-lacks-when = Ingen tidpunkt anges i dokumenten för { $municipality }.
refused-lacks-week = Ingen vecka anges i dokumenten för { $municipality }.
refused-lacks-month = Ingen månad anges i dokumenten för { $municipality }.
refused-lacks-duration = Ingen tidslängd anges i dokumenten för { $municipality }.
refused-lacks-date = Inget datum anges i dokumenten för { $municipality }.
refused-lacks-year = Dokumenten för { $municipality } säger inget om det året.
refused-lacks-person = Ingen person nämns vid namn i dokumenten för { $municipality }.
refused-lacks-contact = Inga kontaktuppgifter för det finns i dokumenten för { $municipality }.
refused-lacks-meaning = Dokumenten för { $municipality } säger inte vad som menas med det.
refused-lacks-country = Inget land anges i dokumenten för { $municipality }.
refused-lacks-name = Inga namn anges i dokumenten för { $municipality }.
nearest = Närmast: { $sections }

## Names of document facts

fact-municipality = kommun
fact-title = titel
fact-type = dokumenttyp
fact-decided_by = beslutad av
fact-decided_on = beslutsdatum
fact-paragraph = paragraf
fact-diary_number = diarienummer
fact-valid_from = gäller från och med
fact-valid_until = giltig till
fact-replaces = ersätter
fact-applies_to = gäller för
fact-revised = reviderad
fact-review_rule = aktualitetsprövning
fact-owner = dokumentansvarig
fact-contact = kontaktuppgifter
fact-related_documents = andra tillhörande dokument

## Questions to begin with

prompt-follow-up = Hur ska det internationella arbetet följas upp i { $municipality }?
prompt-duty = Vilka uppgifter har { $actor } i { $municipality }?
prompt-definition = Vad menas med { $term } i { $municipality }?
prompt-decided = När beslutades { $municipality }s policy?
prompt-purpose = Vad är syftet med det internationella arbetet i { $municipality }?
prompt-money = Hur finansieras det internationella arbetet i { $municipality }?
