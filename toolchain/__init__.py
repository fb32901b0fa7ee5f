"""Build code of PixID: environment, runtimes, models, pages, headers, server. Nothing here is shipped to a visitor."""
