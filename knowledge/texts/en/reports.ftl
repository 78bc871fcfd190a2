### Reports, in English. The same keys stand in sv/reports.ftl.

## What a report is about

report-title = International work in { $municipality }, { $period }
report-tertial = tertial { $number } { $year }
report-half-year = { $number ->
    [1] first half of { $year }
   *[2] second half of { $year }
 }
report-runs-since = running since { $day }
report-compared = The comparison is with { $period }.
report-no-demands = Policylotsen has found no demand for following up the international work in the municipality's documents. The report therefore has a general layout.
report-none-due = None of the demands for following up in the municipality's documents is about this period. The report therefore has a general layout.
report-nothing = No activities are logged for the period.
report-unfinished = The period does not end until { $day }. The report shows what has been logged so far.
report-runs-on = An activity that goes on for longer than the period is counted as a whole, with all its participants and the whole amount.
report-currencies = Amounts in kronor and in euros are not added together.

## Figures

report-activities = Activities
report-of-these = Of these, { $kinds }
report-participants = Participants
report-young = Of whom children and young people
report-countries = Countries other than Sweden
report-cost = Cost
report-funding = Funding
report-external-share = External funding share
report-outside-share = Activities outside the external funding share
report-with-funding = Activities that state their funding
report-with-effects = Activities that describe effects
report-with-goals = Activities that state a goal
report-source-own = Own funds
report-source-eu = EU funds
report-source-other = Other grants
report-in-sek = { $label } in kronor
report-in-eur = { $label } in euros

## Tables and charts

report-all = All activities
report-money = { $title }: cost and funding
report-by-unit = by unit
report-by-kind = by kind
report-by-country = by country
report-by-source = by source of funding
report-by-undertaking = by network, project or agreement
report-by-goal = by goal
report-unit = Unit
report-kind = Kind
report-country = Country
report-undertaking = Network, project or agreement
report-goal = Goal
report-chart = { $what } { $title }
report-chart-of = { $title }: { $kinds }
report-chart-told = Bar chart: { $title }. { $values }.
report-chart-cut = { $title }, the { $shown } largest of { $all }

## Parts

report-part-whole = The international work as a whole
report-part-whole-plain = Overview
report-part-whole-of = Compilation: { $kinds }
report-part-kinds-of = Follow-up: { $kinds }
report-part-units = Each unit's report
report-part-units-plain = The units
report-part-units-of = Each unit's report: { $kinds }
report-part-share-plain = Funding
report-part-share = Share of funding
report-part-share-of = Share of funding: { $kinds }
report-part-participants = Number of participants
report-part-participants-of = Number of participants: { $kinds }
report-part-effects = Effects and what the work has led to
report-part-effects-plain = Effects and learning
report-part-effects-of = Effects and what the work has led to: { $kinds }
report-part-evaluation = Evaluation
report-part-evaluation-of = Evaluation: { $kinds }
report-part-work = What the units have done
report-work-elsewhere = Activities that are described earlier in the report are not repeated here.
report-part-goals = The policy's goals
report-responsible = Responsible according to source [{ $number }], in the document's own words: “{ $actor }”.
report-responsible-meaning = Responsible according to source [{ $number }], in the document's own words: “{ $actor }” ({ $meant }).
report-recipient = Where or to whom it is to be reported, in the document's own words: “{ $recipient }”.
report-kinds-read = This part is about activities logged as { $kinds }; that is how Policylotsen has read the document's words.
report-kinds-beside = These activities are logged as something else, but belong to the same project, network or agreement. They are not included in the figures here: { $activities }.
report-demand-of-years = The demand of source [{ $number }] is made for { $years }.
report-demand-every = The demand of source [{ $number }] is made once in { $every } years. The document does not say when it was last met.
report-demand-of-term = The demand of source [{ $number }] is made once in a term of office ({ $terms }).
report-share-note = The external funding share is EU funds and other grants as a share of the cost or, where that is not stated or is less than the funding, of all funding that is stated.
report-share-explained = The external funding share is EU funds and other grants as a share of what the activities cost. Where the cost is not stated, or is less than the funding, it is the share of all funding that is stated. Activities that state neither their cost nor any own funds, or that have funds in both kronor and euros, are left out of the share.
report-share-of-budget = Source [{ $number }] names a budget too. The units' budgets are not logged, so the share of them that has gone to the international work has to be added by hand. Start from the own funds.
report-no-units = No register of the municipality's units has been imported, so nobody can say which of them have reported nothing.
report-units-apart = Each unit is shown by itself. What units below it have done stands on their own rows.
report-participants-explained = Whoever takes part in several activities is counted in each of them.
report-evaluation-explained = The evaluation rests on what the units themselves have stated about effects and learning.
report-effects-missing = Effects are not yet described for: { $activities }.
report-effects-elsewhere = Effects that are described earlier in the report are not repeated here.
report-goals-unserved = Goals without any activity during the period: { $goals }.
report-goals-of-years = The document sets these goals for { $years }: { $goals }.
report-more = and { $count } more
report-account-dates = Time: { $dates }.
report-account-partners = Partners: { $partners }.
report-account-countries = { $count ->
    [one] Country
   *[other] Countries
 }: { $countries }.
report-account-participants = Participants: { $number }.
report-account-effects = Effects:
