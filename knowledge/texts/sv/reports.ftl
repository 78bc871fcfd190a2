### Reports, in Swedish. The same keys stand in en/reports.ftl.

## What a report is about

report-title = Internationellt arbete i { $municipality }, { $period }
report-tertial = tertial { $number } { $year }
report-half-year = { $number ->
    [1] första halvåret { $year }
   *[2] andra halvåret { $year }
 }
report-runs-since = pågår sedan { $day }
report-compared = Jämförelsen gäller { $period }.
report-no-demands = Policylotsen har inte hittat något krav på uppföljning av det internationella arbetet i kommunens dokument. Rapporten följer därför en allmän disposition.
report-none-due = Inget av de krav på uppföljning som står i kommunens dokument gäller den här perioden. Rapporten följer därför en allmän disposition.
report-nothing = Inga aktiviteter är loggade för perioden.
report-unfinished = Perioden är inte slut förrän { $day }. Rapporten visar vad som är loggat hittills.
report-runs-on = En aktivitet som pågår längre än perioden räknas med i sin helhet, med alla deltagare och hela beloppet.
report-currencies = Belopp i kronor och i euro läggs inte ihop.

## Figures

report-activities = Aktiviteter
report-of-these = Varav { $kinds }
report-participants = Deltagare
report-young = Varav barn och unga
report-countries = Länder utanför Sverige
report-cost = Kostnad
report-funding = Finansiering
report-external-share = Extern finansieringsandel
report-outside-share = Aktiviteter utanför den externa finansieringsandelen
report-with-funding = Aktiviteter med uppgift om finansiering
report-with-effects = Aktiviteter med beskrivna effekter
report-with-goals = Aktiviteter som anger mål
report-source-own = Egna medel
report-source-eu = EU-medel
report-source-other = Andra bidrag
report-in-sek = { $label } i kronor
report-in-eur = { $label } i euro

## Tables and charts

report-all = Alla aktiviteter
report-money = { $title }: kostnad och finansiering
report-by-unit = per enhet
report-by-kind = per slag
report-by-country = per land
report-by-source = per finansieringskälla
report-by-undertaking = per nätverk, projekt eller avtal
report-by-goal = per mål
report-unit = Enhet
report-kind = Slag
report-country = Land
report-undertaking = Nätverk, projekt eller avtal
report-goal = Mål
report-chart = { $what } { $title }
report-chart-of = { $title }: { $kinds }
report-chart-told = Stapeldiagram: { $title }. { $values }.
report-chart-cut = { $title }, de { $shown } största av { $all }

## Parts

report-part-whole = Det internationella arbetet i sin helhet
report-part-whole-plain = Översikt
report-part-whole-of = Sammanställning: { $kinds }
report-part-kinds-of = Uppföljning: { $kinds }
report-part-units = Varje enhets redovisning
report-part-units-plain = Enheterna
report-part-units-of = Varje enhets redovisning: { $kinds }
report-part-share-plain = Finansiering
report-part-share = Finansieringsandel
report-part-share-of = Finansieringsandel: { $kinds }
report-part-participants = Antal deltagare
report-part-participants-of = Antal deltagare: { $kinds }
report-part-effects = Effekter och vad arbetet har lett till
report-part-effects-plain = Effekter och lärdomar
report-part-effects-of = Effekter och vad arbetet har lett till: { $kinds }
report-part-evaluation = Utvärdering
report-part-evaluation-of = Utvärdering: { $kinds }
report-part-work = Vad enheterna har gjort
report-work-elsewhere = Aktiviteter som är beskrivna tidigare i rapporten är inte med här.
report-part-goals = Policyns mål
report-responsible = Ansvarig enligt källa [{ $number }], med dokumentets egna ord: ”{ $actor }”.
report-responsible-meaning = Ansvarig enligt källa [{ $number }], med dokumentets egna ord: ”{ $actor }” ({ $meant }).
report-recipient = Var eller till vem det ska redovisas, med dokumentets egna ord: ”{ $recipient }”.
report-kinds-read = Delen gäller aktiviteter som är loggade som { $kinds }. Det är så Policylotsen har läst dokumentets ord.
report-kinds-beside = Dessa aktiviteter är loggade som något annat, men hör till samma projekt, nätverk eller avtal. De ingår inte i siffrorna här: { $activities }.
report-demand-of-years = Kravet i källa [{ $number }] är ställt för { $years }.
report-demand-every = Kravet i källa [{ $number }] gäller { $every ->
    [2] vartannat år
    [3] vart tredje år
    [4] vart fjärde år
    [5] vart femte år
   *[other] en gång på { $every } år
 }. När det senast uppfylldes framgår inte av dokumentet.
report-demand-of-term = Kravet i källa [{ $number }] gäller en gång per mandatperiod ({ $terms }).
report-share-note = Den externa finansieringsandelen är EU-medel och andra bidrag som andel av kostnaden eller, där den inte är angiven eller är mindre än finansieringen, av all angiven finansiering.
report-share-explained = Den externa finansieringsandelen är EU-medel och andra bidrag som andel av vad aktiviteterna har kostat. Där kostnaden inte är angiven, eller är mindre än finansieringen, räknas andelen av all angiven finansiering. Aktiviteter där varken kostnad eller egna medel är angivna, eller som har medel i både kronor och euro, ingår inte i andelen.
report-share-of-budget = Källa [{ $number }] nämner också budget. Enheternas budget loggas inte, så hur stor andel av den som har gått till det internationella arbetet får läggas till för hand. Utgå då från egna medel.
report-no-units = Inget register över kommunens enheter är inläst. Därför går det inte att säga vilka som inte har rapporterat något.
report-units-apart = Varje enhet redovisas för sig. Det som enheter under den har gjort står på deras egna rader.
report-participants-explained = Den som deltar i flera aktiviteter räknas i var och en av dem.
report-evaluation-explained = Utvärderingen bygger på vad enheterna själva har angett om effekter och lärdomar.
report-effects-missing = Effekter är ännu inte beskrivna för: { $activities }.
report-effects-elsewhere = Effekter som är beskrivna tidigare i rapporten är inte med här.
report-goals-unserved = Mål utan någon aktivitet under perioden: { $goals }.
report-goals-of-years = Dessa mål anger dokumentet för { $years }: { $goals }.
report-more = och { $count } till
report-account-dates = Tid: { $dates }.
report-account-partners = Partner: { $partners }.
report-account-countries = { $count ->
    [one] Land
   *[other] Länder
 }: { $countries }.
report-account-participants = Deltagare: { $number }.
report-account-effects = Effekter:
