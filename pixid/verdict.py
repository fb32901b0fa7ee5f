"""Findings -> the report: verdict, counts and the JSON that every other program reads."""

from collections import namedtuple

from pixid import ages, places
from pixid.document import Document
from pixid.error_rates import RATES
from pixid.evidence import Evidence
from pixid.finding import Finding
from pixid.frame import Frame
from pixid.wishes import tops
from pixid.wording import say, self_made
from pixid.words import NOTES

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from typing import Any

    from pixid.errors import PhotoError

ISO_READ = "2026-11"
"""When we read what the standards ask for."""


class Report(namedtuple("Report", "evidence document frame findings as_is")):
    """What was found about one photo for one document."""

    __slots__ = ()
    evidence: Evidence
    document: Document
    frame: Frame
    findings: list[Finding]
    as_is: bool

    @property
    def verdict(self) -> str:
        """ "fail" if anything fails, else "warn" if anything is a risk, else "pass"; open questions never block."""
        statuses = [finding.status for finding in self.findings]
        return "fail" if "fail" in statuses else "warn" if "warn" in statuses else "pass"

    def count(self, status: str) -> int:
        """Number of findings of a status."""
        return len([finding for finding in self.findings if finding.status == status])

    def said_fine(self, status: str) -> int:
        """Number of findings of a status that somebody looked at and found fine (pixid.answers)."""
        return len([one for one in self.findings if one.status == status and one.gaps.get("answer") == "fine"])

    def data(self) -> "dict[str, Any]":
        """The report as JSON data; numbers are rounded to 4 digits."""
        data = self.outline()
        data["checks"] = [self.check(finding) for finding in self.findings]
        return data

    def check(self, finding: Finding) -> "dict[str, Any]":
        """One of the checks of `data`, with its places in the photo and the answer somebody gave."""
        about = {"places": places.of(finding, self.evidence), "answer": finding.gaps.get("answer")}
        return check_data(finding, self.document) | about

    def outline(self) -> "dict[str, Any]":
        """`data` but for its checks, which are many: a page makes those one at a time."""
        evidence, frame = self.evidence, self.frame
        face = evidence.measured
        return {
            "photo": evidence.picture.name,
            "document": self.document.id,
            "verdict": self.verdict,
            "counts": {status: self.count(status) for status in ("fail", "warn", "manual", "pass", "not_assessed")},
            "checks": [],
            "face": {
                "eye_left": _rounded(face.eye_left),
                "eye_right": _rounded(face.eye_right),
                "chin": _rounded(face.chin),
                "crown": _rounded(face.crown),
                "hair_top": _rounded(face.hair_top),
                "head_top_used": _used(self.document),
                "ied_px": round(face.ied, 4),
                "yaw": round(face.yaw, 4),
                "pitch": round(face.pitch, 4),
                "roll": round(face.roll, 4),
                "by_hand": list(face.by_hand),
            },
            "frame": {
                "corners": [_rounded(corner) for corner in frame.corners()],
                "turn": round(frame.turn, 4),
                "whole": frame.whole,
            },
            "picture": {
                "width": evidence.picture.width,
                "height": evidence.picture.height,
                "format": evidence.picture.format,
                "bytes": evidence.picture.size,
                "has_location": evidence.header.has_gps if evidence.header is not None else None,
            },
            "self_made": self_made_data(self.document),
            "as_is": self.as_is,
            "child": child_data(self.document),
            "timings_ms": {step: round(ms, 1) for step, ms in evidence.timings.items()},
        }


def unusable(photo: str, document: Document, error: "PhotoError") -> "dict[str, Any]":
    """The object that stands for a photo that cannot be judged."""
    return {
        "photo": photo,
        "document": document.id,
        "verdict": "unusable",
        "error": error.data(),
        "checks": [],
        "face": None,
        "self_made": self_made_data(document),
    }


def child_data(document: Document) -> "dict[str, Any] | None":
    """Whose rules were applied, where somebody said that the photo is a child's."""
    under = ages.under(document)
    return None if under is None else {"under": under, "not_required": ages.freed(document)}


def self_made_data(document: Document) -> "dict[str, Any]":
    """Whether people may take the photo themselves, as JSON data; `message` says it in whole sentences."""
    said = document.self_made
    return {
        "status": said.status,
        "why": said.why,
        "instead": said.instead,
        "message": self_made(document),
        "source": None if said.source is None else _source(document, said.source),
    }


def check_data(finding: Finding, document: Document) -> "dict[str, Any]":
    """One check as JSON data."""
    said = say(finding)
    limit, source = finding.limit, None
    if limit is not None:
        source = _source(document, limit.source) if limit.source is not None else None
        if limit.whose == "ISO":
            source = {"url": None, "title": NOTES["iso"], "kind": "authority", "read": ISO_READ}
    return {
        "id": finding.id,
        "status": finding.status,
        "variant": finding.variant,
        "value": None if finding.value is None else round(finding.value, 4),
        "spread": round(finding.spread, 4),
        "unit": finding.unit,
        "limit": _limit(finding),
        "source": source,
        "message": " ".join(part for part in (_ended(said.title), said.detail, said.act) if part),
        "title": said.title,
        "detail": said.detail,
        "act": said.act,
        "how_sure": RATES.get(finding.id),
        "value_text": said.value,
        "limit_text": said.limit,
    }


def _limit(finding: Finding) -> "dict[str, Any] | None":
    limit = finding.limit
    if limit is None or (limit.low is None and limit.high is None):
        return None
    low = None if limit.low is None else round(limit.low, 4)
    high = None if limit.high is None else round(limit.high, 4)
    return {"min": low, "max": high, "whose": limit.whose}


def _source(document: Document, index: int) -> "dict[str, Any] | None":
    source = document.source(index)
    if source is None:
        return None
    return {"url": source.url, "title": source.title, "kind": source.kind, "read": source.read, "index": index}


def _used(document: Document) -> str:
    return tops(document)[0]


def _rounded(point: tuple[float, float]) -> list[float]:
    return [round(point[0], 4), round(point[1], 4)]


def _ended(title: str) -> str:
    return title if title[-1] in "?." else title + "."
