# Påminnelser.

error-not-sent = Meddelandet gick inte iväg. Det ligger kvar och skickas så snart det går.
error-unreachable = Meddelandet kan inte nå mottagaren ({ $code }). Inget annat har gått förlorat: rätta kontakten och välj ”Skicka till misslyckade”.
error-in-doubt = Det är inte känt om meddelandet kom fram. Det kontrolleras innan något skickas igen.
