### Agreements and memberships, in Swedish. The same keys stand in en/agreements.ftl.

## Errors

error-agreement-gone = Det finns inget avtal med nummer { $id }. Kontrollera numret, eller leta i listan: /avtal i Slack, policylots agreements i terminalen.
error-agreement-ended = Avtal { $id } är avslutat och går inte att ändra. Inget har ändrats. Lägg in det på nytt om det gäller igen.
error-agreement-changed = Avtal { $id } har ändrats sedan du öppnade det. Inget har skrivits över. Läs vad som gäller nu och gör din ändring igen.
error-agreement-holds-number = Uppgifterna verkar innehålla ett personnummer. Inget har sparats eller ändrats. Skriv dem utan numret: avtalsregistret är en allmän handling.

## What is wrong in a sheet

reason-agreement-kind = slaget ”{ $value }” är okänt; skriv vänort, samarbete, nätverk eller medlemskap
reason-agreement-last-before-first = sista dagen ligger före den första; rätta den ena, eller skriv tills vidare
reason-agreement-notice = ”{ $value }” är ingen uppsägningstid; skriv ett antal månader, till exempel 6 månader, eller den sista dagen, till exempel 2026-06-30
reason-agreement-number = raden verkar innehålla ett personnummer; skriv den utan numret
reason-agreement-known = avtalet finns redan som nummer { $id }, med andra uppgifter; ändra det där, eller ge raden ett annat namn
reason-agreement-ended = avslutade avtal läses inte in; ta bort raden

## Kinds and what is stated

agreement-kind-twin_town = vänort
agreement-kind-cooperation = samarbete
agreement-kind-network = nätverk
agreement-kind-membership = medlemskap
agreement-kinds-twin_town = vänortsavtal
agreement-kinds-cooperation = samarbetsavtal
agreement-kinds-network = nätverk
agreement-kinds-membership = medlemskap
agreement-name = Namn
agreement-kind = Slag
agreement-partner = Partner
agreement-town = Ort
agreement-country = Land
agreement-first = Gäller från
agreement-last = Gäller till
agreement-valid = Gäller
agreement-notice = Uppsägning
agreement-next-evaluation = Nästa utvärdering
agreement-last-evaluation = Senast utvärderat
agreement-owner = Ansvarig enhet
agreement-responsible = Ansvarig person
agreement-link = Länk
agreement-note = Anteckning
agreement-number = Nr
agreement-due = Infaller
agreement-status = Status
agreement-warnings = Varningar
agreement-status-in_force = gäller
agreement-status-ended = avslutat
agreement-status-expired = har gått ut
agreement-until-further = tills vidare
agreement-valid-from = från { $first }, tills vidare
agreement-valid-between = { $first } – { $last }
agreement-notice-months = { $months ->
    [one] { $months } månad
   *[other] { $months } månader
}
agreement-notice-by = { $months ->
    [one] { $months } månad före slutet, senast { $day }
   *[other] { $months } månader före slutet, senast { $day }
}
agreement-notice-day = senast { $day }
agreement-nothing = inget

## Warnings and what falls due

agreement-breach-expired = Gick ut { $day }.
agreement-breach-no_end = Saknar slutdatum, trots att dokumentet kräver att avtalet är tidsbegränsat.
agreement-breach-no_end-by = Saknar slutdatum. Enligt dokumentet får det gälla längst till { $day }.
agreement-breach-too_long = Gäller längre än dokumentet tillåter: längst till { $day }.
agreement-breach-evaluation_passed = Skulle ha utvärderats senast { $day }.
agreement-breach-no_evaluation = Ingen utvärdering är planerad, trots att dokumentet kräver att avtalet eller medlemskapet utvärderas.
agreement-breach-evaluation_too_late = Nästa utvärdering ligger för sent: den ska göras senast { $day }.
agreement-due-notice_by = sista dag för uppsägning
agreement-due-evaluate = utvärdering
agreement-due-expires = går ut
agreement-due-on = { $day }: { $what }
agreement-decided-by = Beslutar: { $actor }.
agreement-exempt = Undantaget: { $words }.
agreement-did-added = lade till
agreement-did-imported = läste in
agreement-did-changed = ändrade
agreement-did-ended = avslutade
agreement-did-person_erased = uppgifter om en person raderades

## The terminal

help-agreements = Avtal och medlemskap: lista, visa, lägg till, ändra, avsluta, läs in och skriv ut.
help-agreements-list = Listar avtal, det som infaller först överst, med varningar.
help-agreements-words = Vilka avtal: slag, land, enhet, ord ur namnet, utgår, utvärdering, varningar, tills vidare, avslutade, alla.
help-agreements-show = Visar ett avtal med varningar, vad som infaller och vem som beslutar.
help-agreements-history = Visar också vem som ändrat vad och när.
help-agreements-add = Lägger till ett avtal.
help-agreements-change = Ändrar ett avtal; det som inte anges står kvar, och "" tömmer.
help-agreements-end = Avslutar ett avtal: det står kvar i registret, men inget infaller mer.
help-agreements-import = Läser in avtal: först vad som skulle hända, sedan allt eller inget.
help-agreements-export = Skriver avtalen som CSV, som import läser.
help-agreements-rules = Visar vad kommunens dokument kräver av avtal och medlemskap.
help-agreement-number = Avtalets nummer i listan.
help-agreement-file = Filen, .csv eller .xlsx.
help-agreement-output = Filen som skrivs; den får inte finnas. Utan den skrivs till terminalen.
help-agreement-with-ended = Tar med avslutade avtal.
help-agreement-name = Avtalets namn.
help-agreement-kind = Slag: vänort, samarbete, nätverk eller medlemskap.
help-agreement-partner = Den andra parten, nätverket eller organisationen.
help-agreement-town = Ort.
help-agreement-country = Land.
help-agreement-first = Första dagen som avtalet gäller.
help-agreement-last = Sista dagen, eller tills vidare.
help-agreement-notice = Uppsägning: ett antal månader före slutet, eller den sista dagen.
help-agreement-next-evaluation = Dagen för nästa utvärdering.
help-agreement-last-evaluation = Dagen för den senaste utvärderingen.
help-agreement-owner = Enheten som ansvarar, med namn eller id.
help-agreement-responsible = Personen som ansvarar.
help-agreement-note = Anteckning.
help-agreement-reason = Varför avtalet avslutas.
agreements-count = { $count ->
    [one] { $count } avtal
   *[other] { $count } avtal
}{ $warned ->
    [0] {""}
   *[other] , varav { $warned } med varning
}.
agreements-none = Inga avtal finns registrerade för { $municipality }.
agreements-none-found = Inget avtal passar. { $municipality } har { $count } avtal i registret.
agreements-rules-none = Dokumenten för { $municipality } säger inget om att avtal eller medlemskap ska tidsbegränsas eller utvärderas.
agreement-rule-time_limit = Ska vara tidsbegränsade: { $kinds }.
agreement-rule-time_limit-months = Ska vara tidsbegränsade, högst { $months } månader: { $kinds }.
agreement-rule-evaluation = Ska utvärderas: { $kinds }.
agreement-rule-evaluation-regularly = Ska utvärderas regelbundet: { $kinds }.
agreement-rule-evaluation-months = { $months ->
    [12] Ska utvärderas varje år: { $kinds }.
   *[other] Ska utvärderas minst var { $months }:e månad: { $kinds }.
}
agreement-rule-evaluation-before = Ska utvärderas innan de förlängs: { $kinds }.
agreement-rule-decision = { $actor } beslutar om { $kinds }.
agreement-added = Avtal { $number } har lagts till: { $name }.
agreement-changed = Avtal { $number } är ändrat: { $name }.
agreement-unchanged = Inget ändrades: avtal { $number } säger redan detta.
agreement-ended = Avtal { $number } är avslutat: { $name }.
agreement-confirm-end = Avsluta avtalet?
agreement-heading = Avtal { $number } · { $municipality } · { $status }
agreements-import-plan = { $municipality }: { $good ->
    [one] { $good } nytt avtal
   *[other] { $good } nya avtal
}, { $known } finns redan.
agreements-import-confirm = { $count ->
    [one] Lägga till { $count } avtal?
   *[other] Lägga till { $count } avtal?
}
agreements-imported = { $new } avtal har lagts till, { $known } fanns redan.
agreements-nothing-stored = Inget har sparats. Rätta raderna och läs in filen igen.

## Slack

agreements-title = Avtal och medlemskap
agreements-in-force = alla som gäller
agreements-not-ended = alla som inte är avslutade
agreements-in_force = Gäller
agreements-expired = Har gått ut
agreements-ended = Avslutade
agreements-more = Alla { $count } avtal får inte plats här. Skriv ord för att välja bland dem, till exempel /avtal nätverk, /avtal Norden, /avtal varningar, en enhet eller en del av namnet.
slack-help-agreements = /avtal – avtal och medlemskap, och vad som behöver göras med dem
agreements-help = /avtal listar kommunens avtal och medlemskap, det som infaller först överst, med varningar där dokumentet inte följs. Skriv ord för att välja: vänort, samarbete, nätverk, medlemskap, ett land, Norden, en enhet, ett namn, utgår, utvärdering, varningar, tills vidare, avslutade eller alla. /avtal 3 visar avtal nummer 3. /avtal ny öppnar formuläret (för samordnare). Skriv kommunens namn först för en annan kommun: /avtal Skara nätverk.
agreements-which = Vilken kommun gäller det? Skriv till exempel /avtal Örebro, eller välj din kommun på appens startsida.
agreements-no-units = { $municipality } har inga enheter i registret, och varje avtal behöver en ansvarig enhet. Läs in dem med policylots units import.
agreement-title = Avtal { $number }
agreement-here = Avtal { $number }:
agreement-open = Öppna
agreement-open-named = Öppna avtal { $number }
agreement-new = Nytt avtal
agreement-change = Ändra
agreement-end = Avsluta
agreement-end-text = Avtalet står kvar i registret, men inget infaller mer och det går inte att ändra.
agreement-history = Historik
agreement-falls-due = Infaller
agreement-new-title = Nytt avtal
agreement-change-title = Ändra avtal
agreement-save = Spara
agreement-changed-meanwhile = Någon har ändrat avtalet sedan du öppnade det. Det du skrev står kvar här. Om du sparar ändras detta tillbaka (det du skrev → det som gäller nu):
agreement-last-hint = Lämna tomt om det gäller tills vidare.
agreement-notice-hint = Ett antal månader före slutet, till exempel 6 månader, eller sista dagen, till exempel 2027-06-30.
agreement-responsible-name = Eller namnet på någon utanför Slack
