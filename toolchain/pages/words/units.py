"""Units and open ranges: whatever stands beside a number."""

UNITS: dict[str, str] = {
    "unit.mm": "{number} mm",
    "unit.cm": "{number} cm",
    "unit.m": "{number} m",
    "unit.in": "{number} in",
    "unit.px": "{number} px",
    "unit.dpi": "{number} dpi",
    "unit.kb": "{number} KB",
    "unit.mb": "{number} MB",
    "unit.percent": "{number}%",
    "span.least": "at least {value}",
    "span.most": "up to {value}",
    "list.comma": "{first}, {last}",
}
