### Slack, in English. The same keys stand in sv/slack.ftl.

## Answers

slack-show-section = Show section
slack-show-section-named = Show section { $section }
slack-quote-cut = … (shortened, see “Show section”)
slack-compare = Compare municipalities
slack-share = Share in the channel
slack-hand-over = Ask the coordinator
slack-hand-over-title = Send the question to the coordinator?
slack-hand-over-confirm = Your question, your name and what was found in the documents are sent to the coordinators. You get the answer here in Slack.
slack-send = Send
slack-save = Save
slack-cancel = Cancel
slack-close = Close
slack-thumb-up = Good answer
slack-thumb-down = Did not help
slack-understood = The question is read as: { $question }
slack-understood-place = The question is read as being about { $municipality }, like the one before.
slack-nearest = Nearest in the documents:
slack-shared-by = { $person } shares an answer to the question:
slack-answer-title = Earlier answer
slack-more = { $count ->
    [one] … and { $count } more
   *[other] … and { $count } more
 }
slack-cut = Not all of it had room here.
slack-valid-from = valid from { $day }
slack-valid-until = valid until { $day }
slack-was-valid-until = was valid until { $day }
slack-validity = validity: { $words }

## A section

slack-quote-marked = What was quoted is in bold.
slack-section-empty = The section has no text of its own, only subheadings.
slack-section-part = The section is long and shown in { $parts } parts. This is part { $part }.
slack-part-before = Previous part
slack-part-after = Next part
slack-section-before = ← { $section }
slack-section-after = { $section } →
slack-section-before-named = Previous section: { $section }
slack-section-after-named = Next section: { $section }

## Comparison

slack-compared = The municipalities compared
slack-silent = No answer in the documents of { $municipalities }.
slack-all-silent = None of the municipalities’ documents answers that.
slack-left-out = { $count ->
    [one] One more municipality is not in the comparison.
   *[other] { $count } more municipalities are not in the comparison.
 }

## Handing over

slack-card = { $person } asks the coordinator:
slack-card-pinged = { $coordinators } – { $person } asks:
slack-card-thread = To the thread
slack-card-asked = Sent
slack-card-found = This was found in the documents:
slack-card-answer = Answer
slack-card-answered = Answered by { $person }
slack-answer-form = Answer the question
slack-answer-asked = { $person } asks:
slack-answer-label = Your answer
slack-answer-hint = The answer is sent to the one who asked, with your name.
slack-answer-from = { $person } has answered your question:
slack-answer-openly = { $asker } – { $person } has answered the question:
slack-answer-openly-two = { $asker } and { $other } – { $person } has answered the question:
slack-handed-over = The question has been sent to the coordinators. You get the answer here when somebody has answered.
slack-handed-over-privately = The question has been sent to the coordinators. You get the answer in a direct message from me when somebody has answered.
slack-already-handed-over = The question has already been sent to the coordinators. You get the answer when somebody has answered.
slack-answer-sent = Thank you! The answer has been sent to the one who asked.
slack-answer-kept = Your answer to { $person } is kept but could not be delivered (error id { $id }). I try again for up to three days after your answer. If it is urgent, write to { $person } yourself.
slack-already-answered = { $person } has answered the question already. No further answer is sent.
slack-reminder-to = { $coordinators }:
slack-reminder = { $days ->
    [one] The question has waited for an answer for a day:
   *[other] The question has waited for an answer for { $days } days:
 }

## Feedback

slack-feedback-title = What went wrong?
slack-feedback-reason = Why did the answer not help?
slack-feedback-comment = Comment
slack-feedback-hint = Write nothing personal. The coordinators can read the comment.
slack-reason-wrong_section = The wrong section was quoted
slack-reason-wrong_answer = The answer is not right
slack-reason-no_answer = I got no answer
slack-reason-hard_to_read = The answer is hard to understand
slack-reason-other = Something else
slack-thanks = Thank you for your feedback!

## Gap list

slack-gaps-title = Gaps in the documents
slack-gaps-intro = { $count ->
    [0] No questions have gone without a good answer since { $day }.
    [one] One question has gone without a good answer since { $day }.
   *[other] { $count } questions have gone without a good answer since { $day }.
 }
slack-gaps-export = Get as a file
slack-gaps-sent = The file has been sent to you in a direct message.
slack-gap-times = { $count ->
    [one] asked once
   *[other] asked { $count } times
 }
slack-gap-last = last
slack-gap-refused = { $count } without an answer
slack-gap-disliked = { $count } with a thumb down
slack-gap-also = Also: { $questions }
slack-gap-comments = Comments: { $comments }
slack-column-municipality = Municipality
slack-column-question = Question
slack-column-also = Other wordings
slack-column-times = Times
slack-column-refused = Without an answer
slack-column-disliked = Thumbs down
slack-column-last = Last
slack-column-reasons = Reasons
slack-column-comments = Comments

## Home

slack-home-welcome = Policylotsen answers questions about the municipalities’ international work and shows where the answer stands.
slack-home-settings = My settings
slack-home-municipality = Municipality for questions that name none
slack-home-language = Language of menus and messages (answers come in the language of the question)
slack-all-municipalities = All municipalities
slack-no-municipality = None in particular: whoever asks decides
slack-language-client = As in Slack
slack-language-sv = Swedish
slack-language-en = English
slack-home-questions = My latest questions
slack-home-no-questions = You have not asked anything yet. Write to me in the Messages tab.
slack-home-show-answer = Show answer
slack-home-documents = The documents
slack-home-help = How to ask

## Lists

slack-documents-title = Documents that the answers build on
slack-documents-none = There are no documents yet.
slack-decided = decided { $day }
slack-glossary-title = Glossary: { $term }
slack-glossary-synonyms = Synonyms: { $terms }
slack-glossary-narrower = More precise: { $terms }
slack-glossary-related = Related: { $terms }
slack-glossary-unknown = “{ $term }” is not in the glossary.
slack-glossary-closest = Did you mean { $terms }?
slack-glossary-documents = How the documents describe it:
slack-who-title = Who does what: { $topic }
slack-who-none = The documents do not say who does anything about “{ $topic }”.
slack-who-nobody = Nobody named
slack-help-title = How to use Policylotsen
slack-help-message = Write your question to me in a direct message, or mention me in a channel that I am in. Follow-up questions go in the same thread.
slack-help-sources = Every answer quotes the documents word for word. “Show section” shows the whole text. If the documents say nothing, I say so.
slack-help-examples = Examples:
slack-example-1 = Who decides on twin town agreements?
slack-example-2 = What is an EU project in Upplands-Bro?
slack-example-3 = When was the policy in Örebro adopted?
slack-help-commands = Commands, in channels and direct messages:
slack-help-ask = /lots QUESTION – only you see the answer
slack-help-help = /lots help – shows this help
slack-help-documents = /lots documents – shows the documents and how long they are valid
slack-help-glossary = /lots glossary WORD – translates and explains a word
slack-help-who = /lots who TOPIC – shows who does what
slack-help-channel = /lots channel – the channel’s municipality, and whether I only answer when mentioned
slack-help-gaps = /lots gaps – questions without an answer (for coordinators)
slack-usage-glossary = Write the word as well, for instance: /lots glossary twin town
slack-usage-who = Write what it is about as well, for instance: /lots who twin towns
slack-channel-title = Channel settings
slack-channel-municipality = Municipality for questions in the channel
slack-channel-replies = Answers
slack-channel-mentions = Answer only when I am mentioned
slack-channel-mentions-about = Otherwise I also answer follow-up questions in threads that I have answered in.

## Notices

slack-refused-guest = Policylotsen is open to full members of the workspace, not to guests. Ask whoever invited you to ask for you.
slack-refused-stranger = Policylotsen answers only those who belong to this workspace. Ask somebody in the channel to ask for you.
slack-failed = Something went wrong (error id { $id }). Try again in a while; if that does not help, give the error id to those who run Policylotsen.
slack-already-shared = The answer has already been shared in the channel.
slack-not-in-channel = I am not in this channel and cannot write there. Invite me with /invite and try again.
slack-no-coordinators = There is no channel for the coordinators yet, so the question could not be sent. Tell those who run Policylotsen.
slack-coordinators-unreachable = The question could not be passed on to the coordinators: I cannot reach their channel (error id { $id }). Give the error id to those who run Policylotsen, and press “Ask the coordinator” again when it is mended.
slack-channel-saved = The channel settings have been saved.
slack-no-channel-here = Channel settings are made in the channel. Write /lots channel there.
slack-press-again = The window did not open in time. Try again.
slack-searching = is searching the documents…
slack-loading-1 = Reading the question…
slack-loading-2 = Searching the municipalities’ documents…
slack-loading-3 = Checking the quotes…
slack-prompts-title = What you can ask about
