"""The page's Python: what the visitor does goes to the pipeline, what it finds goes onto the page. Runs on MicroPython."""
