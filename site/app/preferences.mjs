/**
 * What the visitor allowed the site to remember, in one entry of local storage. The entry exists only with permission:
 * giving it writes the entry, withdrawing it removes the entry. Storage that the browser blocks counts as no permission.
 */

export const ENTRY = "pixid.preferences";
export const MOST_DOCUMENTS = 6;

/** {language, documents: [{id, name, address}]}, last opened first; undefined without permission. */
export const read = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(ENTRY));
    if (!kept) return undefined;
    return { language: kept.language ?? "", documents: Array.isArray(kept.documents) ? kept.documents : [] };
  } catch {
    return undefined;
  }
};

const write = (kept) => {
  try {
    localStorage.setItem(ENTRY, JSON.stringify(kept));
  } catch {
    // full or blocked: nothing is remembered, and nothing depends on it
  }
};

/** Allow the site to remember from now on. */
export const accept = () => write(read() ?? { language: "", documents: [] });

/** Withdraw the permission: everything remembered is forgotten. */
export const withdraw = () => {
  try {
    localStorage.removeItem(ENTRY);
  } catch {
    // blocked: then there is nothing to remove
  }
};

/** Remember an opened document, if that is allowed. */
export const remember = ({ id, name, address }) => {
  const kept = read();
  if (!kept) return;
  const others = kept.documents.filter((document) => document.id !== id);
  write({ ...kept, documents: [{ id, name, address }, ...others].slice(0, MOST_DOCUMENTS) });
};

/** Take a document off the list. */
export const forget = (id) => {
  const kept = read();
  if (kept) write({ ...kept, documents: kept.documents.filter((document) => document.id !== id) });
};

/** Remember the language of the home page, if that is allowed; "" for whatever the address says. */
export const speak = (language) => {
  const kept = read();
  if (kept) write({ ...kept, language });
};
