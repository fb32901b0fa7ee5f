"""The pages of the site: everything that can be read before any script runs."""
