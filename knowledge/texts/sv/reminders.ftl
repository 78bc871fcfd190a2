# Påminnelser.

error-not-sent = Meddelandet gick inte iväg. Det ligger kvar och skickas så snart det går.
error-not-looked-up = Det går inte att få veta av Slack just nu vilka mottagarna är. Inget har skickats och inget är förlorat. Försök igen om en stund.
error-unreachable = Meddelandet kan inte nå mottagaren ({ $code }). Inget annat har gått förlorat: rätta kontakten och välj ”Skicka till misslyckade”.
error-in-doubt = Det är inte känt om meddelandet kom fram. Det kontrolleras innan något skickas igen.

error-broadcast-gone = Det finns inget utskick med nummer { $id }. Kontrollera numret, eller leta bland utskicken: /paminn i Slack, policylots remind list i terminalen.
error-broadcast-changed = Utskick { $id } har ändrats sedan du öppnade det. Inget har skrivits över. Läs vad som gäller nu och gör om det du ville göra.
error-unfit-status = { $status ->
    [draft] Utskicket är ett utkast, så det går inte att göra. Inget har ändrats. Skicka det först.
    [awaiting_yes] Utskicket väntar på en annan samordnares ja. Inget har ändrats.
    [active] Utskicket är redan igång. Inget har ändrats.
    [paused] Utskicket är pausat. Inget har ändrats. Återuppta det först.
    [cancelled] Utskicket är inställt och går inte att ändra. Inget har ändrats. Gör en kopia av det om det ska skickas igen.
   *[ended] Utskicket är avslutat och går inte att ändra. Inget har ändrats. Gör en kopia av det om det ska skickas igen.
 }
error-nobody-reached = Utskicket når ingen, så det har inte skickats. Utkastet finns kvar. Välj fler mottagare, eller lägg in kontakter med /kontakter.
error-never-due = Alla tider för utskicket har passerat, så det har inte startats. Utkastet finns kvar. Ange en tid som kommer.
error-day-limit-reached = Utskicken får nå högst { $limit } mottagare per dag. { $planned } är redan planerade den dagen, och det här skulle nå { $more } till. Inget har skickats och utkastet finns kvar. Skicka det en annan dag, välj färre mottagare, eller be den som sköter Policylotsen ändra BROADCAST_DAILY_LIMIT.
error-own-yes = Du har själv bett om att få skicka det här, så ditt ja räcker inte. Inget har skickats och inget är förlorat. Be en annan samordnare godkänna det.
error-no-yes-asked = Utskicket är pausat och väntar inte på någon annans ja. Inget har ändrats. Återuppta det om det ska fortsätta.
error-reason-missing = Skriv varför du säger nej, så att den som bad om utskicket vet vad som ska ändras. Inget har ändrats.
error-occurrence-gone = Det finns inget sådant utskick att svara på. Kontrollera numret, eller se vad som väntar på dig med /paminn mina.
error-only-tried-out = Det här är ett prov som bara du har fått, så svaret sparas inte.
error-not-recipient = Den här påminnelsen är inte ställd till dig, så svaret har inte sparats. Be den som fick den svara, eller säg till samordnaren.
error-occurrence-over = Utskicket är inställt, så svaret behövs inte längre. Inget har sparats.
error-no-answer-wanted = Meddelandet är bara för kännedom, så inget svar behövs. Inget har sparats.
error-answered-by-them = { $name } har redan svarat, så ingen annan har frågats. Svaret står kvar. Vill du fråga någon till, gör ett nytt utskick.
error-pointed-otherwise = { $name } har sagt något annat sedan dess, så ingenting har ändrats. Kortet visar hur det är nu.
error-taken-over = { $name } har frågats i stället, så svaret har inte sparats. Säg till samordnaren om det är fel.
error-answer-too-long = Svaret är för långt: det får ha högst { $longest } tecken. Inget har sparats. Skriv det kortare.
error-unusable-day = Dagen går inte att välja. Inget har ändrats. Ange en dag från i morgon till och med { $last }.
error-unusable-person = { $name ->
    [none] Ingen är angiven att fråga i stället. Inget har ändrats. Ange en person som är medlem i arbetsytan.
   *[other] { $name } kan inte få påminnelsen. Inget har ändrats. Ange en annan person som är medlem i arbetsytan.
 }
reason-setting-sending_from = ange ett klockslag som 08:00
reason-setting-sending_until = ange ett klockslag som 17:00, senare än SENDING_FROM

event-unreadable = kanaler eller användargrupper som inte går att läsa
event-nobody_reached = ingen mottagare nådd
event-units_without = enheter utan kontaktperson
event-not_reminded = inte påmint mer: meddelandet kom inte fram
event-not_reached = chefen har inte fått besked: inget meddelande har kommit fram till mottagaren
event-put_off = väntar till nästa arbetsdag: dagens gräns för mottagare är nådd
reason-second-yes-missing = Policylotsen har pausat utskicket: det når nu så många att en annan samordnare måste godkänna det genom att återuppta det.
reason-over-day-limit = Policylotsen har pausat utskicket: det når nu fler än utskicken får nå på en dag.
