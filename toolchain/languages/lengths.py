"""Words with little room: buttons, names of sliders, heads of columns. A translation may be twice as long and a bit."""

SHORT = frozenset(
    f"page:{key}"
    for key in (
        "accuracy.check", "accuracy.head.drawn", "accuracy.head.good", "accuracy.head.published", "accuracy.head.real",
        "adjust.across", "adjust.automatic", "adjust.done", "adjust.down", "adjust.redo", "adjust.size", "adjust.turn",
        "adjust.undo", "companions.choose", "country.background", "country.document", "country.edit", "country.head",
        "country.self", "country.size", "diagram.eye_line", "diagram.head_height", "diagram.top_margin", "files.save",
        "finding.fine", "finding.how_sure", "finding.no", "finding.show", "finding.take_back", "finding.yes",
        "give.button", "group.check", "group.limit", "group.value", "last.forget", "last.offer",
        "light.label.exposure", "light.label.warmth", "missing.link", "offline.again", "pay.ask", "pay.button",
        "pwa.full", "pwa.kept", "pwa.update.later", "pwa.update.now", "refused.how", "report.button",
        "rules.requirement", "rules.unverified", "rules.value", "sheet.copies", "sheet.kind", "sheet.most",
        "sheet.paper", "site.documents", "site.guides", "size.copies", "size.paper", "sizes.documents", "sizes.inches",
        "sizes.size", "tool.adjust", "tool.back", "tool.camera", "tool.cancel", "tool.choose", "tool.get_files",
        "tool.new_photo", "tool.practice", "your_data.delete", "your_data.export", "your_data.holds",
        "your_data.kind", "your_data.name", "your_data.undo",
    )
) | {"app:mark.eyes", "app:mark.head"}  # fmt: skip


def most(key: str, english: str) -> int | None:
    """Characters a translation may have; None where there is room."""
    return 2 * len(english) + 8 if key in SHORT else None
