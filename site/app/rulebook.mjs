/**
 * Documents other than the page's: which of them can be printed, and what the rulebook says of them. The page for any
 * document (toolchain/pages/shell_page.py) has the list, and the address of the rulebook; it is read once there is a print
 * sheet. Both are the same for everybody, so no request tells which document is meant.
 */

import { read } from "./rest.mjs";

const OURS = new URL("./start.mjs", import.meta.url).pathname;
const root = document.querySelector("[data-app]");

let barred = []; // what cannot be chosen now: the page's own document, and those that were
let rulebook; // its address
let offered;

const bar = (select) => {
  for (const option of select.options) option.disabled = barred.includes(option.value);
};

const fill = async () => {
  const select = root.querySelector("select[name=also]");
  const shell = await read(select.dataset.printedIn);
  if (!shell.querySelector(`script[src="${OURS}"]`)) return; // a newer release: its rules are for its own app
  rulebook = shell.querySelector("[data-rulebook]").dataset.rulebook;
  const list = document.importNode(shell.querySelector("template[data-template=printables]").content, true);
  select.append(...list.querySelectorAll("optgroup"));
  bar(select);
  root.querySelector("[data-also]").hidden = false;
};

/** Let people choose between all that can be printed but `ids`, set apart by blanks. Without a network, and with nothing
 * stored, there is no choice until the next sheet. */
export const offer = (ids) => {
  barred = ids.split(" ");
  bar(root.querySelector("select[name=also]"));
  offered ??= fill().catch(() => (offered = undefined));
};

/** What the rulebook says of document `id`, as JSON text (pixid/packed.py reads it); "" where it cannot be had. */
export const entry = async (id) => {
  try {
    const response = await fetch(rulebook);
    return response.ok ? (JSON.stringify((await response.json())[id]) ?? "") : "";
  } catch {
    return ""; // no network, and not stored yet
  }
};
