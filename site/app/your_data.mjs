/** The page "your data": see, save, correct and delete everything the site keeps on this device. */

import { noteLanguage } from "./language.mjs";
import * as preferences from "./preferences.mjs";
import * as stored from "./stored.mjs";
import { say } from "./words.mjs";

const root = document.querySelector("[data-your-data]");
const find = (name) => root.querySelector(`[data-${name}]`);
const clone = (name) => document.querySelector(`template[data-template=${name}]`).content.firstElementChild.cloneNode(true);

let erased; // what was stored before the last deletion, as long as this page is open
let address; // of the file to save

const rowsOf = (snapshot) => [
  ...Object.entries(snapshot.local).map(([name, text]) => ["local", name, say("your_data.characters", { count: text.length })]),
  ...Object.entries(snapshot.session).map(([name, text]) => ["session", name, say("your_data.characters", { count: text.length })]),
  ...snapshot.databases.map(({ name, stores }) => [
    "database",
    name,
    say("your_data.records", { count: stores.reduce((sum, { records }) => sum + records.length, 0) }),
  ]),
  ...snapshot.caches.map(({ name, addresses }) => ["cache", name, say("your_data.files", { count: addresses.length })]),
  ...snapshot.workers.map((scope) => ["worker", scope, ""]),
];

const rowOf = ([kind, name, holds]) => {
  const row = clone("stored");
  row.querySelector("[data-kind]").textContent = say(`your_data.${kind}`);
  row.querySelector("[data-name]").textContent = name;
  row.querySelector("[data-holds]").textContent = holds;
  return row;
};

const documentOf = ({ id, name, address: where }) => {
  const item = clone("document");
  const link = item.querySelector("[data-document]");
  link.textContent = name;
  link.href = where;
  const button = item.querySelector("[data-remove]");
  button.ariaLabel = say("your_data.remove", { name });
  button.addEventListener("click", () => {
    preferences.forget(id);
    show();
    find("status").textContent = "";
    find("language").focus(); // the button is gone: stay near
  });
  return item;
};

const showPreferences = () => {
  const kept = preferences.read();
  find("consent").checked = Boolean(kept);
  find("preferences").hidden = !kept;
  find("language").value = kept?.language ?? "";
  find("documents").replaceChildren(...(kept?.documents ?? []).map(documentOf));
  find("no-documents").hidden = Boolean(kept?.documents.length);
};

const offerFile = (snapshot) => {
  const plain = (key, value) => (globalThis.CryptoKey && value instanceof CryptoKey ? { type: value.type, algorithm: value.algorithm } : value);
  if (address) URL.revokeObjectURL(address);
  address = URL.createObjectURL(new Blob([JSON.stringify(snapshot, plain, 2)], { type: "application/json" }));
  find("export").href = address;
};

const show = async () => {
  showPreferences();
  const snapshot = await stored.read();
  const rows = rowsOf(snapshot);
  find("stored").replaceChildren(...rows.map(rowOf));
  find("stored-table").hidden = !rows.length;
  find("nothing").hidden = rows.length > 0;
  find("no-cookies").hidden = snapshot.cookies !== "";
  offerFile(snapshot);
};

const tried = async (work, words) => {
  try {
    await work();
    find("status").textContent = say(words);
  } catch (error) {
    find("status").textContent = say("your_data.failed", { reason: error.message });
  }
  find("undo-line").hidden = !erased;
  await show();
};

find("consent").addEventListener("change", ({ target }) => {
  if (target.checked) preferences.accept();
  else preferences.withdraw();
  show();
});
find("language").addEventListener("change", ({ target }) => {
  preferences.speak(target.value);
  show();
});
find("delete").addEventListener("click", () =>
  tried(async () => {
    const before = await stored.read();
    erased = before;
    await stored.erase();
  }, "your_data.deleted"),
);
find("undo").addEventListener("click", () =>
  tried(async () => {
    await stored.restore(erased);
    erased = undefined;
    find("delete").focus();
  }, "your_data.restored"),
);

noteLanguage();
show();
