"""From a document to its analysis: the only module that composes the stages.

`analyze` is a pure function: no database, no clock, no network. The same document always gives the
same analysis.
"""

from collections.abc import Sequence
from dataclasses import replace

from eventdb.analysis import Analysis, Event, ResolvedTimex, Sentence
from eventdb.anchoring.anchor import Anchored, anchor
from eventdb.anchoring.dependence import names_day
from eventdb.anchoring.entries import standings
from eventdb.anchoring.given import NOTHING, Given
from eventdb.anchoring.reasons import Conclusion
from eventdb.anchoring.reference import resolve_timexes
from eventdb.anchoring.scene import Scene
from eventdb.events.blocks import find_blocks
from eventdb.events.entities import find_names
from eventdb.events.extract import find_mentions
from eventdb.events.stamps import find_stamps
from eventdb.events.syntax import Parse, parse, parser_available
from eventdb.imports.recipe import Recipe
from eventdb.language import find_timexes
from eventdb.language.identify import identify
from eventdb.language.timex import Timex
from eventdb.text import Diagnostic, Document, Span, Stage

DEFAULT_LANGUAGE = "en"


def analyze(document: Document, given: Given = NOTHING) -> Analysis:
    """Find the events and the times of a document, and work out when each event happened.

    What is `given` beside the text, as the dates that a person corrected, moves all that hangs on it.

    The events of a text with a recipe are read by it. In a language that eventdb does not parse, only
    time expressions are found, and a diagnostic says so.

    Raises:
        ResourceError: a word list or the parser's model is missing or altered.
    """
    if document.recipe is not None:
        from eventdb.imports.analysis import imported  # few documents are tables

        return imported(document, Recipe.load(document.recipe), given)
    document = _with_language(document)
    language = document.language or DEFAULT_LANGUAGE
    if not parser_available(language):
        return _without_events(document)
    timexes = find_timexes(document.text, language, document.locale)
    spans = [timex.span for timex in timexes]
    syntax = parse(document.text, language, spans, *_stamps(timexes))
    names = find_names(syntax, spans)
    counted = [timex.trailing.span for timex in timexes if timex.trailing is not None]
    mentions = find_mentions(syntax, spans, names, counted)
    scene = Scene.of(syntax, mentions, timexes, names)
    return _assemble(document, scene, anchor(document, scene, given))


def analyze_timexes(document: Document) -> Analysis:
    """Find and resolve the time expressions alone, without a parser: no events, no tense."""
    document = _with_language(document)
    language = document.language or DEFAULT_LANGUAGE
    timexes = find_timexes(document.text, language, document.locale)
    numbered = [(f"t{n}", timex) for n, timex in enumerate(timexes, 1)]
    times, days = _stamps(timexes)
    entered = find_stamps(document.text, times, days)  # most texts have no entries
    standing = standings(find_blocks(document.text, times, days), numbered) if entered else {}
    resolutions = resolve_timexes(document, numbered, {}, standings=standing)
    resolved = tuple(ResolvedTimex(id, timex, resolutions[id], 1) for id, timex in numbered)
    unresolved = tuple(
        Diagnostic(Stage.ANCHORING, r.timex.span, f"“{r.timex.text}” has no date: {r.resolution.problem}")
        for r in resolved
        if r.resolution.problem is not None
    )
    whole = Sentence(1, Span(0, len(document.text)))
    return Analysis(document, (whole,), resolved, (), (), (), unresolved)


def _stamps(timexes: Sequence[Timex]) -> tuple[list[Span], set[Span]]:
    """The times that may stand over an entry of a log, and those among them that name a day."""
    stamps = [timex for timex in timexes if timex.signal is None]
    return [timex.span for timex in stamps], {t.span for t in stamps if names_day(t.expression)}


def _with_language(document: Document) -> Document:
    """The document with the language that its text shows, where none is stated."""
    language = document.language or identify(document.text)
    if language == document.language:
        return document
    return replace(document, language=language, language_basis="detected")


def _without_events(document: Document) -> Analysis:
    analysis = analyze_timexes(document)
    note = Diagnostic(
        Stage.EVENTS,
        Span(0, 0),
        f"events are not looked for in “{document.language}”: only time expressions were found",
    )
    return Analysis(document, analysis.sentences, analysis.timexes, (), (), (), (note, *analysis.diagnostics))


def _assemble(document: Document, scene: Scene, anchored: Anchored) -> Analysis:
    return Analysis(
        document=document,
        sentences=_sentences(scene.parse),
        timexes=tuple(_resolved(scene, anchored, id, timex) for id, timex in scene.timexes),
        mentions=scene.mentions,
        events=tuple(_event(conclusion) for conclusion in anchored.conclusions),
        links=anchored.links,
        diagnostics=anchored.diagnostics,
        possible_creation_times=anchored.possible_creation_times,
    )


def _sentences(syntax: Parse) -> tuple[Sentence, ...]:
    return tuple(Sentence(s.number, s.span, s.heading) for s in syntax.sentences)


def _resolved(scene: Scene, anchored: Anchored, id: str, timex: Timex) -> ResolvedTimex:
    return ResolvedTimex(id, timex, anchored.resolutions[id], scene.sentence_number(timex.span) or 1)


def _event(conclusion: Conclusion) -> Event:
    cluster, explanation = conclusion.cluster, conclusion.explanation
    return Event(
        id=cluster.id,
        title=cluster.title,
        status=cluster.status,
        mentions=tuple(mention.id for mention in cluster.mentions),
        extent=conclusion.extent,
        basis=explanation.basis,
        basis_text=explanation.basis_text,
        expression=explanation.expression,
        reasons=explanation.reasons,
        alternatives=explanation.alternatives,
        salient=conclusion.salient,
        likely=conclusion.likely,
    )
