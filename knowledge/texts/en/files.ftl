### Reports as files, in English. The same keys stand in sv/files.ftl.

## Names

file-subject = international work
file-missing = not stated
file-coverage = { $told } of { $all }
file-told-by = stated by { $coverage }
file-period-now = This period
file-period-before = Year before
file-period-before-longer = Period before
file-in-period = yes
file-percentage-points = { $points } percentage points
file-points-short = pp
file-ids-cut = { $ids } … ({ $count } in all)
file-measure-activities = activities
file-measure-countries = countries other than Sweden
file-measure-participants = participants
file-measure-young = children and young people
file-measure-cost = cost
file-measure-funding = funding
file-measure-external_share = external funding share
file-measure-outside_share = outside the external funding share
file-measure-with_funding = that state their funding
file-measure-with_effects = that describe effects
file-measure-with_goals = that state a goal
file-currency-SEK = kronor
file-currency-EUR = euros
file-source-own = Own funds
file-source-eu = EU funds
file-source-other = Other grants
file-status-draft = draft
file-status-logged = logged
file-status-corrected = corrected
file-status-withdrawn = withdrawn
file-running = ongoing

## Columns of activities

file-column-id = Number
file-column-title = Title
file-column-kind = Kind
file-column-unit = Unit
file-column-first = First day
file-column-last = Last day
file-column-done = What was done
file-column-partners = Partners
file-column-cities = Towns
file-column-dates = Dates
file-column-countries = Countries
file-column-country-codes = Country codes
file-column-agreement = Agreement or project
file-column-participants = Participants
file-column-young = Of whom young
file-column-cost-sek = Cost SEK
file-column-cost-eur = Cost EUR
file-column-funding-own-sek = Funding own SEK
file-column-funding-own-eur = Funding own EUR
file-column-funding-eu-sek = Funding EU SEK
file-column-funding-eu-eur = Funding EU EUR
file-column-funding-other-sek = Funding other SEK
file-column-funding-other-eur = Funding other EUR
file-column-sources = Sources of funding
file-column-givers = Programme or giver
file-column-funding-items = Funding items
file-column-reason = Reason
file-column-goals = Goals
file-column-effects = Effects
file-column-link = Link
file-column-status = Status
file-column-logged-by = Logged by

## Other columns

file-column-source = Source
file-column-giver = Programme or giver
file-column-amount = Amount
file-column-currency = Currency
file-column-first-entry = First entry
file-column-entries = Number of entries
file-column-last-entry = Last entry
file-column-country = Country
file-column-country-code = Country code
file-column-country-search = Country search
file-column-goal = Goal
file-column-belongs = Belongs to
file-column-goal-code = Goal code
file-column-goal-codes = Goal codes
file-column-funding-sek = Funding SEK
file-column-funding-eur = Funding EUR
file-column-external-sek = External funding SEK
file-column-external-eur = External funding EUR
file-column-share-base-sek = Divisor of the share SEK
file-column-share-base-eur = Divisor of the share EUR
file-column-goal-quote = The goal's wording
file-column-document = Document
file-column-municipality = Municipality
file-column-decided = Decided
file-column-section = Section
file-column-page = Page
file-column-quote = Quote
file-column-figure = Item
file-column-value = Value
file-column-before = Year before
file-column-before-longer = Period before
file-column-coverage = Activities that state it
file-column-period = Period
file-column-in-period = In the period
file-column-in-period-before = In the comparison
file-column-change = Change
file-column-activities = Activities
file-column-before-of = { $column }, year before
file-column-before-of-longer = { $column }, period before
file-column-activities-of = Basis: { $column }
file-column-part = Part
file-column-table = Table
file-column-row = Row
file-column-count = Number
file-column-numbers = Numbers of the activities

## Sheets

file-sheet-report = Report
file-sheet-charts = Charts
file-sheet-evidence = Basis
file-sheet-activities = Activities
file-sheet-funding = Funding
file-sheet-countries = Countries
file-sheet-goals = Goals
file-sheet-sources = Sources

## Headings and sentences

file-period = Period: { $period } ({ $first }–{ $last })
file-made-on = Made on { $day } with Policylotsen
file-contents = Contents
file-main-figures = Main figures
file-sources = Sources
file-account-line = { $unit }, activity { $id }
file-formulas = The figures are formulas. Whoever corrects something in the sheets { $activities } and { $funding } changes all figures that rest on it. Grey columns are computed and should not be overwritten. Texts, and the numbers of the activities behind the figures, are as they were when the file was made.
file-accounts-elsewhere = What the units have written themselves stands in the sheet { $sheet }, no. { $ids }.
file-silent = Nothing reported:
file-heard-below = Nothing of their own reported, but units below them have reported:
file-before-in-brackets = { $title }. In brackets: the year before.
file-before-in-brackets-longer = { $title }. In brackets: the period before.
file-appendix = Appendix: the activities behind the figures
file-appendix-intro = Each figure of the report is made of the activities whose numbers stand here, and that of the year before of those beside them. Figures without activities are left out. A dash between two numbers means all numbers from one to the other.
file-appendix-intro-longer = Each figure of the report is made of the activities whose numbers stand here, and that of the period before of those beside them. Figures without activities are left out. A dash between two numbers means all numbers from one to the other.
file-appendix-figures = The figures and their activities
file-appendix-activities = The activities
file-no-activities = No activities are logged for the period.
file-page = Page { $page } of { $pages }
file-divided = { $title } ({ $number } of { $count })
file-figures-table = Figures: { $heading }
