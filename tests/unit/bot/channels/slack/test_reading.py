from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack.reading import (
    LONGEST_QUESTION,
    LONGEST_TEXT,
    asked_in,
    is_greeting,
    mentioned,
    plain,
    question_in,
)

MARKUP = [
    ("<@U012AB3CD> Vem beslutar?", "Vem beslutar?"),
    ("<@U012AB3CD|policylotsen> Vem beslutar?", "Vem beslutar?"),
    ("Vem,<@W012AB3CD>, beslutar?", "Vem, , beslutar?"),
    ("<!here> Vem beslutar?", "Vem beslutar?"),
    ("<!channel> <!everyone|everyone> Vem?", "Vem?"),
    ("<!subteam^S012|@samordnare> Vem?", "Vem?"),
    ("Frågan från <#C012|allmänt> gäller", "Frågan från allmänt gäller"),
    ("Frågan från <#C012|> gäller", "Frågan från gäller"),
    ("Frågan från <#C012> gäller", "Frågan från gäller"),
    ("Se <https://orebro.se/a?b=1&amp;c=2>", "Se https://orebro.se/a?b=1&c=2"),
    ("Se <https://orebro.se|Örebros policy>.", "Se Örebros policy."),
    ("Skriv till <mailto:a@skara.se|a@skara.se>", "Skriv till a@skara.se"),
    ("Ring <tel:+46500123|0500-123>", "Ring 0500-123"),
    ("*Vem* beslutar _om_ ~avtal~ `nu`?", "Vem beslutar om avtal nu?"),
    ("_*viktigt*_ och *_viktigt_*", "viktigt och viktigt"),
    ("**fetstil** från annat håll", "fetstil från annat håll"),
    ("```Vem beslutar?\nOch när?```", "Vem beslutar? Och när?"),
    ("(*Vem*), ”_när_”: *hur*?", "(Vem), ”när”: hur?"),
    ("5 * 3 * 2 = 30", "5 * 3 * 2 = 30"),
    ("2*3*4 och a_b_c", "2*3*4 och a_b_c"),
    ("min_fil_namn.txt", "min_fil_namn.txt"),
    ("ca ~5 procent, ~10 i fjol", "ca ~5 procent, ~10 i fjol"),
    ("*ej slut", "*ej slut"),
    ("Hej :wave::skin-tone-2: Vem?", "Hej Vem?"),
    (":+1: :100: bra", "bra"),
    ("Möte kl 10:30: vem kommer?", "Möte kl 10:30: vem kommer?"),
    ("10:30:15", "10:30:15"),
    ("Vem: jag", "Vem: jag"),
    ("&lt;b&gt; &amp;amp; &amp;", "<b> &amp; &"),
    ("&lt;!channel&gt; &lt;@U1&gt;", "<!channel> <@U1>"),
    ("Vem\n\n beslutar\t\u00a0nu?", "Vem beslutar nu?"),
    ("", ""),
    ("  \n ", ""),
    ("<@U012AB3CD>", ""),
    ("a &lt; b &gt; c", "a < b > c"),
    ("<", "<"),
    ("<@U1", "<@U1"),
]

SPECIAL = st.sampled_from(
    [
        "<@U0EVA>",
        "<@W0EVA|eva>",
        "<!channel>",
        "<!here|here>",
        "<!everyone>",
        "<!subteam^S0GRUPP>",
        "<!subteam^S0GRUPP|@grupp>",
        "<#C0KANAL|>",
        "<#C0KANAL>",
    ]
)
TYPED = st.text(max_size=30).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
)
"""As Slack sends what was typed."""

WORDS = st.text("abåäö ÅÄÖ0123456789,.?!()%-\n", max_size=60)
"""Text in which nothing is markup."""


@pytest.mark.parametrize(("text", "meant"), MARKUP)
def test_the_words_that_were_meant_are_read(text: str, meant: str) -> None:
    assert plain(text) == meant


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    plain(text), question_in(text), mentioned(text), is_greeting(text)


@given(st.text("<>@!#|*_~`&:ab ;\n\\1", max_size=80))
def test_any_markup_is_read_and_no_complete_mention_is_left(text: str) -> None:
    escapes = plain(text.replace("&", ""))
    assert not re.search(r"<[@!][^<>|]*>", escapes)
    question_in(text), mentioned(text), is_greeting(text)


@given(st.lists(SPECIAL | TYPED, max_size=8))
def test_no_mention_is_left_but_what_was_typed_by_hand(parts: list[str]) -> None:
    read = plain("".join(parts))
    for identity in ("U0EVA", "W0EVA", "S0GRUPP", "C0KANAL", "@grupp"):
        assert identity not in read


@given(WORDS)
def test_words_without_markup_stay_as_they_are(text: str) -> None:
    assert plain(text) == " ".join(text.split())


@given(st.lists(SPECIAL | WORDS, max_size=8).map("".join))
def test_what_was_read_reads_the_same(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(WORDS, st.sampled_from("*_~`"))
def test_emphasis_around_words_says_nothing(text: str, mark: str) -> None:
    word = text.strip()
    if word:
        assert plain(f"{mark}{word}{mark}") == plain(word)


@pytest.mark.parametrize(
    "unit", ["*", "*a ", "*_~`", "<", "<|", ":a", "* ", " *_a", "&", " ", "`", "~x", "&lt;", "a?"]
)
def test_no_message_of_any_length_is_read_for_ever(unit: str) -> None:
    text = (unit * 40_000)[:40_000]
    assert len(plain(text)) <= LONGEST_TEXT
    assert len(question_in(text)) <= LONGEST_QUESTION
    assert mentioned(text) == set()
    assert not is_greeting(text)


def test_of_a_long_message_the_beginning_is_read() -> None:
    assert plain("ord " * 3_000) == ("ord " * 3_000)[:LONGEST_TEXT].strip()


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("<@U1> och <@W2|eva>, <@U1>?", {"U1", "W2"}),
        ("<!subteam^S1|@grupp> <!here>", {"subteam^S1", "here"}),
        ("<!date^1392734382^{date}|i dag> <#C1|x> <https://a.se|@b>", set()),
        ("&lt;@U1&gt; @eva", set()),
        ("", set()),
    ],
)
def test_people_groups_and_everybody_who_is_called_are_found(text: str, ids: set[str]) -> None:
    assert mentioned(text) == ids


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Vem beslutar om vänortsavtal?", "Vem beslutar om vänortsavtal?"),
        ("Hej alla!\nVem beslutar om resor?\nTack på förhand", "Vem beslutar om resor?"),
        ("Hej alla\nVem beslutar om resor?", "Vem beslutar om resor?"),
        ("Vi ses. Vem betalar? Jag vet inte. Och när?", "Vem betalar? Och när?"),
        ("Se <https://a.se/b?c=1> för mer. Vem betalar?", "Vem betalar?"),
        ("Se <https://a.se/b?c=1> för mer", "Se https://a.se/b?c=1 för mer"),
        ("Vänortsavtal i Skövde", "Vänortsavtal i Skövde"),
        ("*Vem betalar?*", "Vem betalar?"),
        ("<@U1> vet du vem som betalar?!?", "vet du vem som betalar?!?"),
        ("Det kostar 1.500 kr. Varför?", "Varför?"),
        ("", ""),
    ],
)
def test_a_message_s_question_is_its_asking_sentences_else_all_of_it(
    text: str, question: str
) -> None:
    assert question_in(text) == question


@given(st.lists(WORDS | SPECIAL, max_size=40).map(" ".join))
def test_a_question_is_short_and_made_of_the_message_s_words(text: str) -> None:
    question = question_in(text)
    assert len(question) <= LONGEST_QUESTION
    remaining = iter(plain(text))
    assert all(letter in remaining for letter in question.replace(" ", ""))


def test_a_long_question_is_cut() -> None:
    assert question_in("ord " * 400 + "?") == ("ord " * 400)[:LONGEST_QUESTION]


@pytest.mark.parametrize(
    "text",
    [
        "hej", "Hej!", "HEJ", " hejsan... ", "Hej hej", "hej Policylotsen!", "Hej, Policylotsen",
        "god morgon", "Tack!", "tack så mycket!", "Tack för hjälpen", "tack så mycket för svaret!",
        "hjälp", "Hjälp mig!", "hjalp", "hi there", "Hello", "thanks!", "Thank you for your help",
        "help", "help me", "good morning",
    ],
)  # fmt: skip
def test_greetings_thanks_and_calls_for_help_are_told(text: str) -> None:
    assert is_greeting(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "?", "Hej, vem beslutar om resor?", "hjälp till självhjälp", "tack och bön",
        "Vem tackar?", "help desk", "Hej då", "Tack. Och i Skövde?", "Skövde", "hejhopp",
    ],
)  # fmt: skip
def test_what_says_more_is_no_greeting(text: str) -> None:
    assert not is_greeting(text)


def test_a_short_message_is_asked_whole_and_a_long_one_by_its_question() -> None:
    assert asked_in("Vi planerar en resa. Vem betalar?") == "Vi planerar en resa. Vem betalar?"
    long = "Vi planerar en resa. " * 40 + "Vem betalar?"
    assert asked_in(long) == "Vem betalar?"
    assert len(asked_in("ord " * 2000)) <= LONGEST_QUESTION
