/** Troubles that a person can understand; the rest is a fault of ours, reported as "engine". */

/** The photo cannot be used for the reason `id`; ids and the names of the gaps are those of pixid/errors.py. */
export class PhotoError extends Error {
  constructor(id, gaps = {}) {
    super(id);
    this.id = id;
    this.gaps = gaps;
  }
}

/** A part of the engine could not be fetched: the network's trouble, not the photo's. */
export class LoadError extends Error {}

/** What browsers say where `import()` got no module. */
export const MODULE_LOST = /dynamically imported module|importing a module script/;

/** An error as plain data: {id, gaps}. A fault of ours keeps its text as `reason` for the console and the report. */
export const plain = (error, graph = "") => {
  if (error instanceof PhotoError) return { id: error.id, gaps: error.gaps };
  if (error instanceof LoadError) return { id: "download", gaps: {} };
  return { id: "engine", gaps: { graph, reason: String(error?.message ?? error) } };
};
