/** What is sold, written by the build from operator.toml (toolchain/selling.py). null: nothing, and the function answers 404. */
export const table = null;
