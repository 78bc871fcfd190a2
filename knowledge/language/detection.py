"""Which of the two languages a question is in."""

from __future__ import annotations

from knowledge.language.function_words import function_words
from knowledge.language.lexicon import Lexicon
from knowledge.language.words import english_stem, tokenise

FUNCTION_WORD, LEXICON_WORD, SWEDISH_LETTER = 2.0, 1.0, 1.0
"""What a word says of its language: small words are sure, lexicon words likely."""


DEFAULT_LANGUAGE = "sv"
"""When nothing tells: the documents are Swedish."""


def detect_language(text: str, lexicon: Lexicon, otherwise: str = DEFAULT_LANGUAGE) -> str:
    """ "sv" or "en"; ``otherwise`` when nothing tells.

    Questions are too short and too full of names for a general detector: on keyword questions
    the product's own lexicon knows better.
    """
    words = function_words()
    score = 0.0
    for token in tokenise(text):
        for piece in token.text.split("-"):
            score += FUNCTION_WORD * ((piece in words["en"]) - (piece in words["sv"]))
            english = bool(lexicon.of_english(english_stem(piece)))
            swedish = bool(lexicon.of_swedish(lexicon.term(piece)))
            score += LEXICON_WORD * (english - swedish)
    score -= SWEDISH_LETTER * any(letter in "åäö" for letter in text.casefold())
    if score == 0:
        return otherwise
    return "en" if score > 0 else "sv"
