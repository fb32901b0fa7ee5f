"""The page's Python: takes what the visitor does to the pipeline and its findings to the page. For MicroPython."""
