import pytest

from eventdb import SourceDocument, analyze
from eventdb.language.identify import identify


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ministers met in Geneva, and said that the talks would go on.", "en"),
        ("Am Dienstag trafen sich die Minister in Genf, und sie sprachen über die Grenze.", "de"),
        (
            "Les ministres des deux pays se sont rencontrés mardi à Genève et ont parlé pendant deux heures."
            " Le parlement votera le mois prochain, a déclaré Anne Dupont, chef de la délégation.",
            "fr",
        ),
        ("Президент заявил во вторник, что переговоры продолжатся.", "ru"),
        ("会議は2014年5月3日に東京で開かれた。参加者は協力について話し合った。", "ja"),
    ],
)
def test_a_text_shows_its_language(text: str, code: str) -> None:
    assert identify(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2015-05-12",
        "They met on Tuesday.",
        "Die Minister",
        "Signed: Ann Smith",
        "Angela Merkel, John Kerry, Vladimir Putin, Sergei Lavrov, Marie Harf, Dmitry Peskov, Ann Smith, "
        "Frank-Walter Steinmeier, François Hollande, Petro Poroshenko, Barack Obama, David Cameron",
    ],
)
def test_a_short_text_or_a_list_of_names_shows_none(text: str) -> None:
    assert identify(text) is None


def test_what_is_detected_is_recorded_and_what_is_stated_goes_before() -> None:
    german = "Am Dienstag trafen sich die Minister in Genf, und sie sprachen über die Grenze."
    detected = analyze(SourceDocument(german)).document
    assert (detected.language, detected.language_basis) == ("de", "detected")
    stated = SourceDocument(german, language="fr", language_basis="stated in a.toml")
    assert analyze(stated).document == stated
    assert analyze(SourceDocument("They met.")).document.language is None
