"""Sentences about a finding that do not depend on its measure: answers people gave, and how sure we are."""

from pixid.catalogue import Table

ANSWERS = Table(
    "answers",
    {
        "yes": "Answered: yes.",
        "no": "Answered: no.",
        "fine": "{detail} Looked at and found fine by the person who made this check.",
    },
)
ACTS = Table(
    "answers.acts",
    {
        "shoulders": "Turn both shoulders to the camera and take the photo again.",
        "mirrored": "Switch mirroring off in the camera and take the photo again.",
        "ink": "Scan a clean print, or use the original file.",
        "recency": "Take a new photo.",
        "photograph": "Photograph the person, not a picture.",
        "other": "Take the photo again with this mended.",
    },
)
"""What to do after a "no", by check; checks that advise something themselves are not here."""

SURE = Table(
    "sure",
    {
        "spread": "For nine of ten people the true value lies within {spread} of the measured one.",
        "real": "In our tests it flagged {flagged} of {good} good photos and missed {missed} of {of} real ones with "
        "this defect.",
        "drawn": "In our tests it flagged {flagged} of {good} good photos and missed {missed} of {of} into which we "
        "had drawn the defect. Drawn defects prove less than real ones.",
        "alone": "In our tests it flagged {flagged} of {good} good photos; no photo with this defect was at hand.",
        "untested": "Not tested yet.",
        "exact": "Counted, not estimated.",
        "children": "Not tested on children.",
    },
)
