"""The file as it stands: format, shape, bytes and density. For a crop of ours these hold by construction."""

from pixid.document import Document
from pixid.evidence import Evidence
from pixid.finding import Finding, Limit, banded
from pixid.frame import Frame
from pixid.sizes import BYTES_PER_KB

DENSITY_ROUNDING = 1.0
"""dpi by which a density that stands in the file as whole dots per cm comes out lower (600 dpi: 236 per cm, 599.4)."""


def file_format(evidence: Evidence, frame: Frame, document: Document) -> Finding | None:
    """The kind of file against those the portal takes."""
    digital = document.digital
    if not frame.whole or digital is None or not digital.formats:
        return None
    good = evidence.picture.format in digital.formats
    gaps: dict[str, object] = {"format": evidence.picture.format, "formats": list(digital.formats)}
    limit = Limit(None, None, "rule", digital.source)
    return Finding("file-format", "pass" if good else "fail", "pass" if good else "high", None, "", 0.0, limit, gaps)


def file_shape(evidence: Evidence, frame: Frame, document: Document) -> Finding | None:
    """Width over height; half a pixel is forgiven to rounding."""
    bounds = document.aspect_bounds
    if not frame.whole or bounds is None or not document.is_framed:
        return None
    width, height = evidence.picture.width, evidence.picture.height
    slack = 0.5 / height + 0.5 * width / (height * height)
    low, high = bounds[0] - slack, bounds[1] + slack
    source = document.print.source if document.print is not None else None
    if document.digital is not None:
        source = document.digital.source
    gaps: dict[str, object] = {"width": width, "height": height, "shape": list(document.shape)}
    return banded("file-shape", width / height, "", 0.0, Limit(low, high, "rule", source), gaps)


def file_size(evidence: Evidence, frame: Frame, document: Document) -> Finding | None:
    """KB against the portal's window."""
    digital = document.digital
    if not frame.whole or digital is None or not (digital.file_kb_min or digital.file_kb_max):
        return None
    limit = Limit(digital.file_kb_min or None, digital.file_kb_max, "rule", digital.source)
    return banded("file-size", evidence.picture.size / BYTES_PER_KB, "kb", 0.0, limit, {})


def print_density(evidence: Evidence, frame: Frame, document: Document) -> Finding | None:
    """Density written in the file against the one the portal reads, where it states one."""
    digital = document.digital
    if not frame.whole or digital is None or not digital.dpi:
        return None
    limit = Limit(float(digital.dpi), None, "rule", digital.source)
    written = evidence.header.dpi if evidence.header is not None else None
    if written is None:
        return Finding("print-density", "warn", "absent", None, "dpi", 0.0, limit, {})
    good = written >= digital.dpi - DENSITY_ROUNDING
    variant = "pass" if good else "low"
    return Finding("print-density", "pass" if good else "fail", variant, float(written), "dpi", 0.0, limit, {})
