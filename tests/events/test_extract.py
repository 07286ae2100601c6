"""Sentences in, event mentions out."""

import pytest

from eventdb.events.extract import find_mentions
from eventdb.events.mention import Aspect, EventMention, Status, Tense
from eventdb.events.syntax import parse
from eventdb.text import Span


def mentions(text: str) -> dict[str, EventMention]:
    return {m.trigger: m for m in find_mentions(parse(text))}


@pytest.mark.parametrize(
    ("text", "trigger", "tense", "aspect"),
    [
        ("The firm closed two plants.", "closed", Tense.PAST, Aspect.NONE),
        ("The firm has closed two plants.", "closed", Tense.PRESENT, Aspect.PERFECTIVE),
        ("The firm had closed two plants.", "closed", Tense.PAST, Aspect.PERFECTIVE),
        ("The firm is closing two plants.", "closing", Tense.PRESENT, Aspect.PROGRESSIVE),
        ("They have been closing plants.", "closing", Tense.PRESENT, Aspect.PERFECTIVE_PROGRESSIVE),
        ("The firm will close two plants.", "close", Tense.FUTURE, Aspect.NONE),
        ("The firm agreed to close two plants.", "close", Tense.INFINITIVE, Aspect.NONE),
        ("The court fined the firm for closing two plants.", "closing", Tense.PRESPART, Aspect.NONE),
        ("The riot ended.", "riot", Tense.NONE, Aspect.NONE),
    ],
)
def test_tense_and_aspect(text: str, trigger: str, tense: Tense, aspect: Aspect) -> None:
    found = mentions(text)[trigger]
    assert (found.tense, found.aspect) == (tense, aspect)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The minister resigned.", "resigned", Status.ASSERTED),
        ("The minister did not resign.", "resign", Status.NEGATED),
        ("Nobody resigned.", "resigned", Status.NEGATED),
        ("The minister denied taking bribes.", "taking", Status.NEGATED),
        ("The minister may resign.", "resign", Status.HYPOTHETICAL),
        ("If the minister resigns, the party splits.", "resigns", Status.HYPOTHETICAL),
        ("Norway accuses Sweden of arming rebels.", "arming", Status.HYPOTHETICAL),
        ("The minister plans to resign.", "resign", Status.PLANNED),
        ("The minister will resign.", "resign", Status.PLANNED),
        ("The road will stay shut until talks resume.", "resume", Status.PLANNED),
        ("The crew waited until talks resumed.", "resumed", Status.ASSERTED),
        ("The airliner will make a charity flight.", "flight", Status.PLANNED),
        ("The union may stage a rally in Bergen.", "rally", Status.HYPOTHETICAL),
        ("The airliner did not make the test flight.", "flight", Status.NEGATED),
        ("The minister did not attend the ceremony.", "ceremony", Status.ASSERTED),
        ("The bridge was to have opened on Monday.", "opened", Status.HYPOTHETICAL),
        ("The talks are to resume on Friday.", "resume", Status.PLANNED),
        ("He fled a week before he was to be sentenced.", "sentenced", Status.HYPOTHETICAL),
        ("In 1990 she was to become a judge.", "become", Status.ASSERTED),
        ("The inquiry was set up in May.", "inquiry", Status.ASSERTED),
        ("Envoys had been due to sign the accord.", "sign", Status.HYPOTHETICAL),
        ("The hearing had been planned for May.", "hearing", Status.HYPOTHETICAL),
        ("The minister managed to escape.", "escape", Status.ASSERTED),
        ("The minister came to open the bridge.", "open", Status.HYPOTHETICAL),
        ("There was no attack.", "attack", Status.NEGATED),
        ("The army planned an attack.", "attack", Status.ASSERTED),
        ("The guest left without paying.", "paying", Status.NEGATED),
        ("The town fell without a fight.", "fight", Status.NEGATED),
        ("The minister is likely to resign.", "resign", Status.HYPOTHETICAL),
    ],
)
def test_how_the_text_stands_to_an_event(text: str, trigger: str, status: Status) -> None:
    assert mentions(text)[trigger].status is status


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        (
            "Born in Bergen on 4 June 1940, Moran moved to Cork.",
            "Born",
            "Moran born in Bergen on 4 June 1940",
        ),
        (
            "The visit comes two days after German Chancellor Angela Merkel attended a parade in Moscow.",
            "attended",
            "Angela Merkel attended a parade in Moscow",
        ),
        (
            "More than 300 people have been killed in the floods.",
            "killed",
            "More than 300 people killed in the floods",
        ),
        (
            "John Smith was expected to meet Prime Minister Jane Miller.",
            "meet",
            "John Smith to meet Jane Miller",
        ),
        (
            "Earlier, the ministry also issued a statement, which nobody read.",
            "issued",
            "The ministry issued a statement",
        ),
        (
            "John Smith resigned when he lost the vote.",
            "lost",
            "John Smith lost the vote",
        ),
        ("The treaty followed Spain’s invasion of the island.", "invasion", "Spain’s invasion of the island"),
        ("The firm has been fined for tax evasion.", "fined", "Firm fined for tax evasion"),
        ("The minister managed to escape.", "escape", "The minister managed to escape"),
        ("Two bridges had to be rebuilt.", "rebuilt", "Two bridges had to be rebuilt"),
        ("The duke crossed the river Tarn.", "crossed", "The duke crossed the river Tarn"),
        ("The minister cut short a visit.", "cut", "The minister cut short a visit"),
        ("The workers’ strike ended.", "strike", "The workers’ strike"),
        ("There were protests in Oslo and a strike in Bergen.", "protests", "Protests in Oslo"),
        ("Jane Miller said she had resigned.", "said", "Jane Miller said she had resigned"),
        (
            "Jane Miller left Oslo. She never returned.",
            "returned",
            "Jane Miller never returned",
        ),
        ("John Smith met Jane Miller, the envoy.", "met", "John Smith met Jane Miller"),
        ("The hearing before Judge John Smith ended.", "hearing", "The hearing before John Smith"),
        ("John Smith wrote a book, which Jane Miller burned.", "burned", "Jane Miller burned a book"),
        ("John Smith sold the house in which Jane Miller died.", "died", "Jane Miller died in the house"),
        ("The roof should have been mended.", "mended", "The roof should have been mended"),
        ("After winning the prize, Jane Miller left.", "winning", "Jane Miller winning the prize"),
        ("The court accused Jane Miller of hiding money.", "hiding", "Jane Miller hiding money"),
        ("A day later a parcel arrived which nobody opened.", "arrived", "A parcel arrived"),
        ("There she opened a school.", "opened", "She opened a school"),
        ("Had the judge read the letter, he would have agreed.", "read", "The judge had read the letter"),
        (
            "His sons Adam Nowak and Paul Jones took over the mill.",
            "took",
            "Adam Nowak and Paul Jones took over the mill",
        ),
        ("The old mill burned down. It was rebuilt.", "rebuilt", "The old mill was rebuilt"),
        ("A judge heard the case. He dismissed it.", "dismissed", "The judge dismissed it"),
        ("The flood destroyed a mill. It was rebuilt.", "rebuilt", "It was rebuilt"),
        ("Norvik Textiles grew. His son built a mill. It burned down.", "burned", "It burned down"),
        ("My mother wrote to the bank. He refused.", "refused", "He refused"),
        ("John Smith also met his Polish counterpart Adam Nowak.", "met", "John Smith met Adam Nowak"),
    ],
)
def test_a_title_stands_alone(text: str, trigger: str, title: str) -> None:
    assert mentions(text)[trigger].title == title


def test_participants_have_full_names_and_roles() -> None:
    found = mentions("Prime Minister Adam Nowak arrived on Monday. Nowak met Jane Miller in Geneva.")["met"]
    assert [(p.name, p.role, p.kind) for p in found.participants] == [
        ("Adam Nowak", "agent", "person"),
        ("Jane Miller", "patient", "person"),
    ]
    assert found.place == "Geneva"


def test_a_report_names_its_source() -> None:
    found = mentions("John Smith said the army attacked the town.")["attacked"]
    assert found.reported_by == "John Smith"


def test_a_doubtful_pronoun_stays_a_pronoun() -> None:
    text = "John Smith met Paul Jones after Peter Brown left. He smiled."
    assert mentions(text)["smiled"].title == "He smiled"


def test_auxiliaries_and_modifiers_are_no_events() -> None:
    assert set(mentions("The armed men have been seen, according to police.")) == {"seen"}


@pytest.mark.parametrize(
    ("text", "trigger", "reporter"),
    [
        ("John Smith said the army attacked the town.", "attacked", "John Smith"),
        ("The company, Norvik Textiles, said the plant closed.", "closed", "Norvik Textiles"),
        ("Union leaders said the plant closed.", "closed", "Union leaders"),
        ("John Smith announced the deal and resigned.", "resigned", None),
        ("The plant closed; it was never explained.", "closed", None),
    ],
)
def test_who_reports_an_event(text: str, trigger: str, reporter: str | None) -> None:
    assert mentions(text)[trigger].reported_by == reporter


@pytest.mark.parametrize(
    ("text", "trigger", "agent"),
    [
        ("Norvik Textiles lost money. It closed two plants.", "closed", "Norvik Textiles"),
        ("John Smith gave evidence. The judge rejected it. He ruled for the firm.", "ruled", None),
        ("John Smith left Oslo. Later he returned.", "returned", "John Smith"),
    ],
)
def test_a_pronoun_stands_for_the_only_subject_that_it_can_name(
    text: str, trigger: str, agent: str | None
) -> None:
    agents = [p.name for p in mentions(text)[trigger].participants if p.role == "agent"]
    assert agents == ([agent] if agent else [])


def test_a_nameless_participant_is_described_by_whose_it_is() -> None:
    text = "Ms Jane Miller left Oslo. Ms Miller’s lawyers wrote to the firm."
    assert [p.name for p in mentions(text)["wrote"].participants] == ["Jane Miller’s lawyers"]


def test_an_adjective_has_the_tense_and_the_title_of_its_copula() -> None:
    text = "John Smith was not ill in March."
    found = {m.trigger: m for m in find_mentions(parse(text), [Span(26, 31)])}["ill"]
    assert (found.tense, found.status, found.title) == (Tense.PAST, Status.NEGATED, "John Smith was not ill")


def test_a_subject_that_the_parser_takes_for_a_part_of_the_date_is_told() -> None:
    text = "In the spring of 1951 Danish sailors found the wreck."
    found = {m.trigger: m for m in find_mentions(parse(text), [Span(0, 21)])}["found"]
    assert found.title == "Danish sailors found the wreck"


def test_whose_death_stays_open_beside_a_name_that_may_be_a_persons() -> None:
    text = (
        "The fight was between the army of Duke Albrecht and the men of Lord Paul Hale. "
        "Hale had lost a son. Albrecht ruled until his death."
    )
    assert mentions(text)["death"].title == "His death"


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        ("Ann Lind was born here. Her husband left. He sailed.", "sailed", "Ann Lind’s husband sailed"),
        ("Karl Orlov resigned. Police charged the driver; his trial begins soon.", "trial", "His trial"),
        ("Karl Orlov left. Police arrested Mayor Ann Lind. Her trial began.", "trial", "Ann Lind’s trial"),
        ("Ann Lind was ill. Her son, Edward, died. She moved to York.", "moved", "Ann Lind moved to York"),
        ("The renewal had been planned. It had been delayed.", "delayed", "The renewal had been delayed"),
    ],
)  # fmt: skip
def test_a_pronoun_names_only_whom_it_can_mean(text: str, trigger: str, title: str) -> None:
    assert mentions(text)[trigger].title == title


def test_the_date_of_a_paper_is_no_event() -> None:
    text = "In a letter dated 3 May, the firm warned the council."
    found = {m.trigger for m in find_mentions(parse(text), [Span(18, 23)])}
    assert "warned" in found
    assert "dated" not in found
