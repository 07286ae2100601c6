"""From sentences to event mentions: trigger, participants, place, tense, modality, polarity, title."""
