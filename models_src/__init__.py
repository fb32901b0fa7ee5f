"""Where every graph comes from: converted networks with their pre- and post-processing inside, and our own graphs."""
