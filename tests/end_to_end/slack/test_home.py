"""The Home tab, suggested questions, and what a person has chosen."""

from __future__ import annotations

from tests.end_to_end.slack.town import (
    QUESTION,
    REFUSAL,
    SENTENCE,
    Town,
    buttons,
    element,
)
from tests.fakes.slack import Person, View

DOCUMENTS = ("Enköping", "Skara", "Skövde", "Upplands-Bro", "Örebro")


def home(town: Town, person: Person) -> View:
    """The Home tab, up to date."""
    person.opens_home()
    town.quiet()
    assert person.home
    return person.home


def chosen(town: Town, person: Person, menu: str, value: str) -> View:
    """The Home tab after a choice."""
    person.chooses(home(town, person), menu, value)
    town.quiet()
    assert person.home
    return person.home


def test_the_home_tab_shows_settings_documents_and_how_to_ask(town: Town) -> None:
    eva = town.person()
    shown = home(town, eva).shown
    for words in ("Mina inställningar", "Dokumenten", "Så frågar du", "/lots hjälp", *DOCUMENTS):
        assert words in shown
    assert "Du har inte ställt någon fråga ännu." in shown


def test_the_home_tab_follows_the_language_of_the_client(town: Town) -> None:
    assert "My settings" in home(town, town.person(locale="en-US")).shown


def test_the_chosen_municipality_is_what_questions_are_about(town: Town) -> None:
    eva = town.person()
    channel = town.channel(eva)
    shown = chosen(town, eva, "home_municipality", "Skövde")
    assert element(shown, "home_municipality")["initial_option"]["value"] == "Skövde"
    assert REFUSAL in town.asks(eva, channel).shown
    assert REFUSAL in town.reply(eva.dm(QUESTION)).shown
    assert REFUSAL in town.commanded(eva, QUESTION, channel).shown
    assert SENTENCE in town.asks(eva, channel, "Vem beslutar om vänortsavtal i Örebro?").shown
    chosen(town, eva, "home_municipality", "*")
    assert SENTENCE in town.asks(eva, channel).shown


def test_the_channels_municipality_goes_before_the_persons(town: Town) -> None:
    eva = town.person()
    channel = town.channel(eva)
    chosen(town, eva, "home_municipality", "Skövde")
    eva.commands("/lots", "kanal", channel)
    form = town.opened(eva, "channel_view")
    eva.submits(form, {"channel_municipality": {"channel_municipality": "Örebro"}})
    town.quiet()
    assert SENTENCE in town.asks(eva, channel).shown


def test_the_chosen_language_is_what_menus_speak(town: Town) -> None:
    eva = town.person()
    channel = town.channel(eva)
    assert "My settings" in chosen(town, eva, "home_language", "en").shown
    assert "How to use Policylotsen" in town.commanded(eva, "hjälp", channel).shown
    # A question tells its own language; one of a name only does not.
    assert SENTENCE in town.asks(eva, channel).shown
    assert "Mina inställningar" in chosen(town, eva, "home_language", "*").shown


def test_a_question_asked_again_stands_first_and_once(town: Town) -> None:
    eva = town.person()
    channel = town.channel(eva)
    for text in (QUESTION, "Vad är ett EU-projekt enligt Skövde?", QUESTION):
        town.asks(eva, channel, text)
    shown = home(town, eva)
    assert buttons(shown).count("Visa svaret") == 2
    lines = shown.shown.splitlines()
    assert lines.index(QUESTION) < lines.index("Vad är ett EU-projekt enligt Skövde?")


def test_nobody_sees_what_others_asked(town: Town) -> None:
    eva, bo = town.person(), town.person("Bo Berg")
    town.asks(eva, town.channel(eva, bo))
    assert "Visa svaret" not in buttons(home(town, bo))


def test_questions_are_suggested_by_municipality_and_language(town: Town) -> None:
    eva, ann = town.person(), town.person("Ann Other", locale="en-GB")
    eva.opens_messages()
    prompts = town.wait(lambda: eva.suggested_prompts)
    assert prompts
    assert prompts.title == "Det här kan du fråga om"
    told = [each["message"] for each in prompts.prompts]
    assert len(told) == 4
    assert len({place for text in told for place in DOCUMENTS if place in text}) == 4

    chosen(town, eva, "home_municipality", "Skara")
    eva.opens_messages()
    town.wait(lambda: eva.suggested_prompts is not prompts)
    assert eva.suggested_prompts
    about_skara = [each["message"] for each in eva.suggested_prompts.prompts]
    assert about_skara
    assert all("Skara" in text for text in about_skara)
    for text in (told[0], about_skara[0]):
        assert "ger inget svar" not in town.reply(eva.dm(text)).shown

    ann.opens_messages()
    english = town.wait(lambda: ann.suggested_prompts)
    assert english
    assert all(each["message"].endswith("?") for each in english.prompts)
    assert not {each["message"] for each in english.prompts} & set(told)
