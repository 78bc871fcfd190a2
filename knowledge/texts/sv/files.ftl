### Reports as files, in Swedish. The same keys stand in en/files.ftl.

## Names

file-subject = internationellt arbete
file-missing = uppgift saknas
file-coverage = { $told } av { $all }
file-told-by = uppgift från { $coverage }
file-period-now = Perioden
file-period-before = Året före
file-period-before-longer = Perioden före
file-in-period = ja
file-percentage-points = { $points } procentenheter
file-points-short = %-enheter
file-ids-cut = { $ids } … ({ $count } st)
file-measure-activities = aktiviteter
file-measure-countries = länder utanför Sverige
file-measure-participants = deltagare
file-measure-young = barn och unga
file-measure-cost = kostnad
file-measure-funding = finansiering
file-measure-external_share = extern finansieringsandel
file-measure-outside_share = utanför den externa finansieringsandelen
file-measure-with_funding = med uppgift om finansiering
file-measure-with_effects = med beskrivna effekter
file-measure-with_goals = med mål
file-currency-SEK = kronor
file-currency-EUR = euro
file-source-own = Egna medel
file-source-eu = EU-medel
file-source-other = Andra bidrag
file-status-draft = utkast
file-status-logged = loggad
file-status-corrected = rättad
file-status-withdrawn = tillbakadragen
file-running = pågår

## Columns of activities

file-column-id = Nr
file-column-title = Titel
file-column-kind = Slag
file-column-unit = Enhet
file-column-first = Första dag
file-column-last = Sista dag
file-column-done = Vad som gjordes
file-column-partners = Partner
file-column-cities = Orter
file-column-dates = Tid
file-column-countries = Länder
file-column-country-codes = Landskoder
file-column-agreement = Avtal eller projekt
file-column-participants = Deltagare
file-column-young = Varav unga
file-column-cost-sek = Kostnad SEK
file-column-cost-eur = Kostnad EUR
file-column-funding-own-sek = Finansiering egen SEK
file-column-funding-own-eur = Finansiering egen EUR
file-column-funding-eu-sek = Finansiering EU SEK
file-column-funding-eu-eur = Finansiering EU EUR
file-column-funding-other-sek = Finansiering annan SEK
file-column-funding-other-eur = Finansiering annan EUR
file-column-sources = Finansieringskällor
file-column-givers = Program eller givare
file-column-funding-items = Finansieringsposter
file-column-reason = Motivering
file-column-goals = Mål
file-column-effects = Effekter
file-column-link = Länk
file-column-status = Status
file-column-logged-by = Loggad av

## Other columns

file-column-source = Källa
file-column-giver = Program eller givare
file-column-amount = Belopp
file-column-currency = Valuta
file-column-first-entry = Första post
file-column-entries = Antal poster
file-column-last-entry = Sista post
file-column-country = Land
file-column-country-code = Landskod
file-column-country-search = Landsökning
file-column-goal = Mål
file-column-belongs = Hör till
file-column-goal-code = Målkod
file-column-goal-codes = Målkoder
file-column-funding-sek = Finansiering SEK
file-column-funding-eur = Finansiering EUR
file-column-external-sek = Extern finansiering SEK
file-column-external-eur = Extern finansiering EUR
file-column-share-base-sek = Andelens nämnare SEK
file-column-share-base-eur = Andelens nämnare EUR
file-column-goal-quote = Målets ordalydelse
file-column-document = Dokument
file-column-municipality = Kommun
file-column-decided = Beslutad
file-column-section = Avsnitt
file-column-page = Sida
file-column-quote = Citat
file-column-figure = Uppgift
file-column-value = Värde
file-column-before = Året före
file-column-before-longer = Perioden före
file-column-coverage = Aktiviteter med uppgift
file-column-period = Period
file-column-in-period = I perioden
file-column-in-period-before = I jämförelsen
file-column-change = Förändring
file-column-activities = Aktiviteter
file-column-before-of = { $column }, året före
file-column-before-of-longer = { $column }, perioden före
file-column-activities-of = Underlag: { $column }
file-column-part = Del
file-column-table = Tabell
file-column-row = Rad
file-column-count = Antal
file-column-numbers = Aktiviteternas nummer

## Sheets

file-sheet-report = Rapport
file-sheet-charts = Diagram
file-sheet-evidence = Underlag
file-sheet-activities = Aktiviteter
file-sheet-funding = Finansiering
file-sheet-countries = Länder
file-sheet-goals = Mål
file-sheet-sources = Källor

## Headings and sentences

file-period = Period: { $period } ({ $first }–{ $last })
file-made-on = Framtagen { $day } med Policylotsen
file-contents = Innehåll
file-main-figures = Huvudsiffror
file-sources = Källor
file-account-line = { $unit }, aktivitet { $id }
file-formulas = Siffrorna är formler. Den som rättar något i bladen { $activities } och { $funding } ändrar alla siffror som bygger på det. Grå kolumner räknas ut och ska inte skrivas över. Texter, och numren på aktiviteterna bakom siffrorna, är som när filen gjordes.
file-accounts-elsewhere = Vad enheterna själva har skrivit står i bladet { $sheet }, nr { $ids }.
file-silent = Inget rapporterat:
file-heard-below = Inget eget rapporterat, men enheter som hör dit har rapporterat:
file-before-in-brackets = { $title }. Inom parentes: året före.
file-before-in-brackets-longer = { $title }. Inom parentes: perioden före.
file-appendix = Bilaga: aktiviteterna bakom siffrorna
file-appendix-intro = Varje siffra i rapporten bygger på de aktiviteter vars nummer står här, och siffran för året före på dem som står bredvid. Siffror som saknar aktiviteter är inte med. Ett streck mellan två nummer betyder alla nummer från det ena till det andra.
file-appendix-intro-longer = Varje siffra i rapporten bygger på de aktiviteter vars nummer står här, och siffran för perioden före på dem som står bredvid. Siffror som saknar aktiviteter är inte med. Ett streck mellan två nummer betyder alla nummer från det ena till det andra.
file-appendix-figures = Siffrorna och deras aktiviteter
file-appendix-activities = Aktiviteterna
file-no-activities = Inga aktiviteter är loggade för perioden.
file-page = Sida { $page } av { $pages }
file-divided = { $title } ({ $number } av { $count })
file-figures-table = Siffror: { $heading }
