"""How the small heads were trained: alterations of portraits, labels, the fit. Needs photos; nothing is shipped."""
