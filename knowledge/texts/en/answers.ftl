### Answers, in English. The same keys stand in sv/answers.ftl.

## Answers

lead-answer = This is what { $document } says:
lead-who = { $municipality }: { $actor }.
lead-when = { $municipality }: { $time }.
lead-amount = { $municipality }: { $amount }.
lead-definition = How { $municipality } describes “{ $term }”:
lead-facts = { $municipality }: { $facts }.
fact-told = { $name } – { $value }
lead-several = This is what the municipalities' documents say:
terms = Terms: { $terms }
silent-municipalities = Nothing about this was found in the documents of { $municipalities }.
more-municipalities = The documents of { $municipalities } speak of it too; ask about one municipality at a time.

## Citation lines

cited = { $municipality } · { $document }{ $decided ->
    [none] {""}
   *[other] {" "}· decided { $decided }
 }{ $section ->
    [none] {""}
   *[other] {" "}· { $section }
 }{ $page ->
    [none] {""}
   *[other] {" "}· p. { $page }
 }

## Refusals

refused = The documents do not say.
refused-order = I only answer questions about what the documents say, and take no orders.
refused-in = The documents of { $municipality } do not say.
refused-unspoken = The documents of { $municipality } do not speak of { $words }.
refused-blank = { $document } has the field “{ $name }”, but it is left blank.
refused-no-field = { $document } does not state its { $name }.
refused-no-documents = There are no documents from { $municipality } in the index. Municipalities with documents: { $municipalities }.
refused-lacks-how_much = The documents of { $municipality } state no amount for that.
refused-lacks-how_many = The documents of { $municipality } state no number for that.
refused-lacks-when = The documents of { $municipality } state no time for that.
refused-lacks-week = The documents of { $municipality } state no week for that.
refused-lacks-month = The documents of { $municipality } state no month for that.
refused-lacks-duration = The documents of { $municipality } do not say how long.
refused-lacks-date = The documents of { $municipality } state no date for that.
refused-lacks-year = The documents of { $municipality } say nothing about that year.
refused-lacks-person = The documents of { $municipality } name no person for that.
refused-lacks-contact = The documents of { $municipality } give no contact details for that.
refused-lacks-meaning = The documents of { $municipality } do not say what is meant by that.
refused-lacks-country = The documents of { $municipality } name no country for that.
refused-lacks-name = The documents of { $municipality } give no names.
nearest = Nearest: { $sections }

## Names of document facts

fact-municipality = municipality
fact-title = title
fact-type = document type
fact-decided_by = decided by
fact-decided_on = decision date
fact-paragraph = paragraph
fact-diary_number = diary number
fact-valid_from = valid from
fact-valid_until = valid until
fact-replaces = replaces
fact-applies_to = applies to
fact-revised = revised
fact-review_rule = review rule
fact-owner = document owner
fact-contact = contact details
fact-related_documents = related documents

## Questions to begin with

prompt-follow-up = How is international work followed up in { $municipality }?
prompt-duty = What are the tasks of the { $actor } in { $municipality }?
prompt-definition = What does { $municipality } mean by “{ $term }”?
prompt-decided = When was the policy of { $municipality } decided?
prompt-purpose = What is the purpose of international work in { $municipality }?
prompt-money = How is international work funded in { $municipality }?
