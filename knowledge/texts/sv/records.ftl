### Import, units, export and backup of activities, in Swedish. The same keys stand in en/records.ftl.

## What is wrong in a sheet

reason-sheet-missing = filen finns inte eller får inte läsas; kontrollera sökvägen
reason-sheet-format = den är varken CSV eller Excel (.xlsx), eller så är den trasig eller skyddad med lösenord; spara om den som .xlsx eller CSV
reason-sheet-csv = citattecknen går inte ihop; spara om filen som .xlsx, eller skriv " som "" inuti en cell
reason-sheet-long = den har fler än 50 000 rader; dela upp den i flera filer
reason-sheet-empty = det finns inga rader under rubrikraden
reason-column-unknown = kolumnen är okänd; ta bort den, eller döp om den till någon av: { $known }
reason-column-twice = kolumnen finns två gånger; behåll den ena
reason-column-missing = kolumnen saknas; lägg till den
reason-row-too-long = raden har fler celler än rubrikraden; sätt citattecken om celler som innehåller skiljetecken
reason-row-twice = raden är likadan som rad { $line }; ta bort den ena
reason-cell-blank = cellen är tom; fyll i den
reason-cell-date = ”{ $value }” är inget datum; skriv som 2026-05-03, 3/5 2026 eller 3 maj 2026
reason-cell-last-before-first = sista dagen ligger före den första; rätta den ena, eller lämna sista dagen tom om det var en enda dag
reason-cell-money = ”{ $value }” är inget belopp; skriv som 45000, 45 000,50 eller 45000.50, med högst två decimaler och utan minustecken
reason-cell-two-currencies = samma sak har belopp både i kronor och i euro; behåll det ena
reason-cell-count = ”{ $value }” är inget antal; skriv ett heltal, som 12
reason-cell-too-many-young = de unga är fler än deltagarna; rätta ett av talen
reason-cell-young-alone = antalet deltagare saknas; fyll i det också
reason-cell-giver-alone = beloppet saknas för den finansieringen; fyll i det, eller töm cellen
reason-cell-country = landet ”{ $value }” är okänt; skriv dess namn på svenska eller engelska, eller landskoden, som LT
reason-cell-kind = slaget ”{ $value }” är okänt; skriv något av: { $known }
reason-cell-unit = enheten ”{ $value }” finns inte i kommunens register; skriv dess id eller namn, eller läs in registret på nytt med policylots units import
reason-cell-two-units = flera enheter heter ”{ $value }”; skriv enhetens id i stället
reason-cell-link = ”{ $value }” är ingen webbadress; skriv hela, som https://www.exempel.se/sida
reason-cell-long = texten har { $length } tecken; korta den till högst { $longest }
reason-cell-many = för många namn; ta med högst { $most }
reason-cell-unit-kind = slaget ”{ $value }” är okänt; skriv något av: { $known }
reason-cell-unit-twice = id:t ”{ $value }” finns redan på rad { $line }; ge varje enhet ett eget
reason-cell-parent = enheten ”{ $value }” finns inte i filen; skriv id eller namn på en enhet som finns där, eller lämna cellen tom
reason-cell-circle = ”{ $value }” skulle tillhöra sig själv, direkt eller genom andra; rätta vilken enhet den tillhör
