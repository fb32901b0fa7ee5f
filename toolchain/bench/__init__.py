"""`python3 build.py bench`: what the program costs, beside its peers and its budgets, in one table from one run."""
