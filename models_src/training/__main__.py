"""python -m models_src.training [people]: examines the portraits and their alterations, fits all heads, writes
models_src/heads.npz, and prints what each gets wrong on people it never saw. PIXID_PHOTOS names the portraits."""

import sys

import numpy as np

from models_src.heads import FILE, HEADS
from models_src.training.fit import fitted, left_out, problem
from models_src.training.samples import MIDDLE, all_samples

PEOPLE = 26
"""Neutral portraits that are altered, of 52."""


def main(options: list[str]) -> None:
    people = int(options[0]) if options else PEOPLE
    samples = list(all_samples(people, [MIDDLE]))
    stored = {}
    for head in HEADS:
        p = problem(head, samples)
        scores = left_out(p)
        wrong = np.mean(scores[p.wanted] < 0), np.mean(scores[~p.wanted] > 0)
        count = f"{p.wanted.sum():5} with, {(~p.wanted).sum():5} without"
        print(f"{head:18} {count}: missed {wrong[0]:.1%}, false {wrong[1]:.1%}")
        made = fitted(p)
        stored[f"{head}.weight"], stored[f"{head}.bias"] = made["weight"], made["bias"]
    np.savez(FILE, **stored)
    print(f"{FILE.name}: {FILE.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main(sys.argv[1:])
