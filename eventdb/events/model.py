"""The trained model of the event classifier."""

from dataclasses import dataclass
from functools import cache

from eventdb.events.senses import Senses
from eventdb.events.weights import Weights, read_arrays, weights_of


@dataclass(frozen=True, slots=True)
class EventModel:
    """What tells events from other words (`triggers`, above 0 is one), and their TimeML class."""

    senses: Senses
    triggers: Weights
    classifier: Weights
    classes: tuple[str, ...]


@cache
def load_model(language: str) -> EventModel:
    """The event model of a language, verified and loaded once.

    Raises:
        ResourceError: the model is missing, or is not the one that it was published with.
    """
    about, arrays = read_arrays(language, "events-model")
    triggers, classifier = (weights_of(about, arrays, part) for part in ("triggers", "classifier"))
    senses = Senses(arrays["sense_keys"], arrays["sense_entries"])
    return EventModel(senses, triggers, classifier, tuple(about["classes"]))
