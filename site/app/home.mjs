/**
 * The home page: search as one types, with the index of the page's language, and the documents opened last where the
 * visitor allows them to be remembered. Everything else on the page works without this script.
 */

import { Index } from "./search.mjs";
import * as preferences from "./preferences.mjs";
import { followLanguage } from "./language.mjs";
import { count, say } from "./words.mjs";

const find = (name) => document.querySelector(`[data-${name}]`);
const [form, status, results, list, browse] = [
  "search-form",
  "search-count",
  "search-results",
  "search-list",
  "browse",
].map(find);
const input = form.querySelector("input");
const MOST = 40;

let index; // a promise of the index, made at the first sign of a search

const load = () => {
  index ??= fetch(document.querySelector("[data-search]").dataset.search).then(async (answer) => {
    if (!answer.ok) throw new Error(`the index answered ${answer.status}`);
    return new Index(await answer.json());
  });
  index.catch(() => (index = undefined)); // the next letter tries again
  return index;
};

const line = (id) => document.querySelector(`[data-browse] [data-document="${CSS.escape(id)}"]`);

const show = (ids) => {
  list.replaceChildren(...ids.map(line).filter(Boolean).map((row) => row.cloneNode(true)));
  results.hidden = !ids.length;
  browse.hidden = ids.length > 0;
  status.textContent = ids.length ? count("search.count", ids.length) : say("search.none");
};

const clear = () => {
  list.replaceChildren();
  results.hidden = true;
  browse.hidden = false;
  status.textContent = "";
};

const search = async () => {
  const question = input.value.trim();
  if (!question) return clear();
  try {
    const found = (await load()).find(question, MOST);
    if (input.value.trim() === question) show(found); // an answer to an older question is no answer
  } catch (error) {
    console.info("the search index could not be loaded:", error);
    clear();
    status.textContent = say("search.failed");
  }
};

const showLast = () => {
  const kept = preferences.read();
  const last = find("last");
  const rows = (kept?.documents ?? []).map(({ id }) => line(id)).filter(Boolean);
  find("last-list").replaceChildren(...rows.map((row) => row.cloneNode(true)));
  last.hidden = !rows.length;
  find("last-offer").hidden = Boolean(kept);
};

input.addEventListener("focus", () => load().catch(() => {}), { once: true });
input.addEventListener("input", search);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.focus();
});
find("last-forget").addEventListener("click", () => {
  for (const { id } of preferences.read()?.documents ?? []) preferences.forget(id);
  showLast();
});
find("last-accept").addEventListener("click", () => {
  preferences.accept();
  showLast();
  status.textContent = say("last.accepted");
});

followLanguage();
showLast();
input.value = new URLSearchParams(location.search).get("q") ?? input.value;
if (input.value) search();
