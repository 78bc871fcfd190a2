### Slack, in Swedish. The same keys stand in en/slack.ftl.

## Answers

slack-show-section = Visa avsnittet
slack-show-section-named = Visa avsnittet { $section }
slack-quote-cut = … (förkortat, se ”Visa avsnittet”)
slack-compare = Jämför kommuner
slack-share = Dela i kanalen
slack-hand-over = Fråga samordnaren
slack-hand-over-title = Skicka frågan till samordnaren?
slack-hand-over-confirm = Din fråga, ditt namn och det som hittades i dokumenten skickas till samordnarna. Du får svaret här i Slack.
slack-send = Skicka
slack-save = Spara
slack-cancel = Avbryt
slack-close = Stäng
slack-thumb-up = Bra svar
slack-thumb-down = Hjälpte inte
slack-understood = Frågan tolkas som: { $question }
slack-understood-place = Frågan tolkas som att den gäller { $municipality }, liksom frågan före.
slack-nearest = Närmast i dokumenten:
slack-shared-by = { $person } delar ett svar på frågan:
slack-answer-title = Tidigare svar
slack-more = { $count ->
    [one] … och { $count } till
   *[other] … och { $count } till
 }
slack-cut = Allt fick inte plats här.
slack-valid-from = gäller från { $day }
slack-valid-until = gäller till { $day }
slack-was-valid-until = gällde till { $day }
slack-validity = giltighet: { $words }

## A section

slack-quote-marked = Det citerade står i fetstil.
slack-section-empty = Avsnittet har ingen egen text, bara underrubriker.
slack-section-part = Avsnittet är långt och visas i { $parts } delar. Det här är del { $part }.
slack-part-before = Föregående del
slack-part-after = Nästa del
slack-section-before = ← { $section }
slack-section-after = { $section } →
slack-section-before-named = Föregående avsnitt: { $section }
slack-section-after-named = Nästa avsnitt: { $section }

## Comparison

slack-compared = Jämförelse mellan kommunerna
slack-silent = Inget svar i dokumenten för { $municipalities }.
slack-all-silent = Inget av kommunernas dokument ger något svar på det.
slack-left-out = { $count ->
    [one] En kommun till är inte med i jämförelsen.
   *[other] { $count } kommuner till är inte med i jämförelsen.
 }

## Handing over

slack-card = { $person } frågar samordnaren:
slack-card-pinged = { $coordinators } – { $person } frågar:
slack-card-thread = Till tråden
slack-card-asked = Inskickad
slack-card-found = Det här hittades i dokumenten:
slack-card-answer = Svara
slack-card-answered = Besvarad av { $person }
slack-answer-form = Svara på frågan
slack-answer-asked = { $person } undrar:
slack-answer-label = Ditt svar
slack-answer-hint = Svaret skickas till den som frågade, med ditt namn.
slack-answer-from = Svar från { $person } på din fråga:
slack-answer-openly = { $asker } – svar från { $person } på frågan:
slack-answer-openly-two = { $asker } och { $other } – svar från { $person } på frågan:
slack-handed-over = Frågan är skickad till samordnarna. Du får svaret här när någon har svarat.
slack-handed-over-privately = Frågan är skickad till samordnarna. Du får svaret i ett direktmeddelande från mig när någon har svarat.
slack-already-handed-over = Frågan är redan skickad till samordnarna. Du får svaret när någon har svarat.
slack-answer-sent = Tack! Svaret är skickat till den som frågade.
slack-answer-kept = Ditt svar till { $person } är sparat men har inte kunnat lämnas (fel-id { $id }). Jag försöker igen i upp till tre dygn efter ditt svar. Är det bråttom, skriv till { $person } själv.
slack-already-answered = { $person } har redan svarat på frågan. Något mer svar skickas inte.
slack-reminder-to = { $coordinators }:
slack-reminder = { $days ->
    [one] Frågan har väntat på svar i en dag:
   *[other] Frågan har väntat på svar i { $days } dagar:
 }

## Feedback

slack-feedback-title = Vad blev fel?
slack-feedback-reason = Varför hjälpte svaret inte?
slack-feedback-comment = Kommentar
slack-feedback-hint = Skriv inga personuppgifter. Samordnarna kan läsa kommentaren.
slack-reason-wrong_section = Fel avsnitt citerades
slack-reason-wrong_answer = Svaret stämmer inte
slack-reason-no_answer = Jag fick inget svar
slack-reason-hard_to_read = Svaret är svårt att förstå
slack-reason-other = Annat
slack-thanks = Tack för din återkoppling!

## Gap list

slack-gaps-title = Luckor i dokumenten
slack-gaps-intro = { $count ->
    [0] Inga frågor har blivit utan bra svar sedan { $day }.
    [one] En fråga har blivit utan bra svar sedan { $day }.
   *[other] { $count } frågor har blivit utan bra svar sedan { $day }.
 }
slack-gaps-export = Hämta som fil
slack-gaps-sent = Filen är skickad till dig i ett direktmeddelande.
slack-gap-times = { $count ->
    [one] ställd en gång
   *[other] ställd { $count } gånger
 }
slack-gap-last = senast
slack-gap-refused = { $count } utan svar
slack-gap-disliked = { $count } med tumme ned
slack-gap-also = Även: { $questions }
slack-gap-comments = Kommentarer: { $comments }
slack-column-municipality = Kommun
slack-column-question = Fråga
slack-column-also = Andra formuleringar
slack-column-times = Antal
slack-column-refused = Utan svar
slack-column-disliked = Tumme ned
slack-column-last = Senast
slack-column-reasons = Skäl
slack-column-comments = Kommentarer

## Home

slack-home-welcome = Policylotsen svarar på frågor om kommunernas internationella arbete och visar var svaret står.
slack-home-settings = Mina inställningar
slack-home-municipality = Kommun för frågor som inte nämner någon kommun
slack-home-language = Språk i menyer och meddelanden (svaren kommer på frågans språk)
slack-all-municipalities = Alla kommuner
slack-no-municipality = Ingen särskild: den som frågar avgör
slack-language-client = Som i Slack
slack-language-sv = Svenska
slack-language-en = Engelska
slack-home-questions = Mina senaste frågor
slack-home-no-questions = Du har inte ställt någon fråga ännu. Skriv till mig under fliken Meddelanden.
slack-home-show-answer = Visa svaret
slack-home-documents = Dokumenten
slack-home-help = Så frågar du

## Lists

slack-documents-title = Dokument som svaren bygger på
slack-documents-none = Det finns inga dokument ännu.
slack-decided = beslutat { $day }
slack-glossary-title = Ordlista: { $term }
slack-glossary-synonyms = Synonymer: { $terms }
slack-glossary-narrower = Mer precist: { $terms }
slack-glossary-related = Närliggande: { $terms }
slack-glossary-unknown = ”{ $term }” finns inte i ordlistan.
slack-glossary-closest = Menade du { $terms }?
slack-glossary-documents = Så beskriver dokumenten det:
slack-who-title = Vem gör vad: { $topic }
slack-who-none = Dokumenten säger inte vem som gör något om ”{ $topic }”.
slack-who-nobody = Ingen utpekad
slack-help-title = Så använder du Policylotsen
slack-help-message = Skriv din fråga till mig i ett direktmeddelande, eller nämn mig i en kanal där jag är med. Följdfrågor ställer du i samma tråd.
slack-help-sources = Varje svar citerar dokumenten ordagrant. ”Visa avsnittet” visar hela texten. Säger dokumenten inget, så säger jag det.
slack-help-examples = Exempel:
slack-example-1 = Vem beslutar om vänortsavtal?
slack-example-2 = Vad är ett EU-projekt i Upplands-Bro?
slack-example-3 = När antogs policyn i Örebro?
slack-help-commands = Kommandon, i kanaler och direktmeddelanden:
slack-help-ask = /lots FRÅGA – svaret ser bara du
slack-help-help = /lots hjälp – visar den här hjälpen
slack-help-documents = /lots dokument – visar dokumenten och hur länge de gäller
slack-help-glossary = /lots ordlista ORD – översätter och förklarar ett ord
slack-help-who = /lots vem ÄMNE – visar vem som gör vad
slack-help-channel = /lots kanal – kanalens kommun, och om jag bara svarar när jag nämns
slack-help-gaps = /lots luckor – frågor utan svar (för samordnare)
slack-usage-glossary = Skriv ordet också, till exempel: /lots ordlista vänort
slack-usage-who = Skriv vad det gäller också, till exempel: /lots vem vänortsavtal
slack-channel-title = Kanalens inställningar
slack-channel-municipality = Kommun för frågor i kanalen
slack-channel-replies = Svar
slack-channel-mentions = Svara bara när jag nämns
slack-channel-mentions-about = Annars svarar jag också på följdfrågor i trådar där jag har svarat.

## Notices

slack-refused-guest = Policylotsen är öppen för arbetsytans ordinarie medlemmar, inte för gäster. Be den som bjöd in dig att fråga åt dig.
slack-refused-stranger = Policylotsen svarar bara den som hör till den här arbetsytan. Be någon i kanalen att fråga åt dig.
slack-failed = Något gick fel (fel-id { $id }). Försök igen om en stund; hjälper inte det, ge fel-id till den som sköter Policylotsen.
slack-already-shared = Svaret är redan delat i kanalen.
slack-not-in-channel = Jag är inte med i den här kanalen och kan inte skriva där. Bjud in mig med /invite och försök igen.
slack-no-coordinators = Det finns ingen kanal för samordnarna ännu, så frågan kunde inte skickas. Säg till den som sköter Policylotsen.
slack-coordinators-unreachable = Frågan kunde inte lämnas till samordnarna: jag når inte deras kanal (fel-id { $id }). Ge fel-id till den som sköter Policylotsen, och tryck på ”Fråga samordnaren” igen när det är ordnat.
slack-channel-saved = Inställningarna för kanalen är sparade.
slack-no-channel-here = Inställningar för kanaler görs i kanalen. Skriv /lots kanal där.
slack-press-again = Fönstret hann inte öppnas. Försök igen.
slack-searching = söker i dokumenten…
slack-loading-1 = Läser frågan…
slack-loading-2 = Söker i kommunernas dokument…
slack-loading-3 = Kontrollerar citaten…
slack-prompts-title = Det här kan du fråga om
