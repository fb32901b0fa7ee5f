/**
 * Everything this site keeps in the browser, whoever wrote it: read, erased and put back through the platform's own lists,
 * so that no entry can be forgotten here because it was invented elsewhere.
 *
 * Snapshot: {local, session: {name: text}, databases: [{name, version, stores: [...]}], caches: [{name, addresses}],
 * workers: [scope], cookies: text}.
 */

const entries = (storage) => {
  try {
    return Object.fromEntries(Object.keys(storage).map((name) => [name, storage.getItem(name)]));
  } catch {
    return {}; // storage is blocked for this site
  }
};

const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked by another tab"));
  });

const finished = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });

const readStore = async (store) => ({
  name: store.name,
  keyPath: store.keyPath,
  autoIncrement: store.autoIncrement,
  indexes: [...store.indexNames].map((name) => {
    const { keyPath, unique, multiEntry } = store.index(name);
    return { name, keyPath, unique, multiEntry };
  }),
  keys: await settled(store.getAllKeys()),
  records: await settled(store.getAll()),
});

const readDatabase = async ({ name, version }) => {
  const database = await settled(indexedDB.open(name));
  try {
    const names = [...database.objectStoreNames];
    const stores = names.length ? database.transaction(names) : undefined;
    return { name, version, stores: await Promise.all(names.map((store) => readStore(stores.objectStore(store)))) };
  } finally {
    database.close();
  }
};

const readCache = async (name) => {
  const cache = await caches.open(name);
  return { name, addresses: (await cache.keys()).map(({ url }) => new URL(url).pathname) };
};

const registrations = async () => (await navigator.serviceWorker?.getRegistrations()) ?? [];

/** A snapshot of everything. */
export const read = async () => ({
  local: entries(globalThis.localStorage),
  session: entries(globalThis.sessionStorage),
  databases: await Promise.all(((await indexedDB.databases?.()) ?? []).map(readDatabase)),
  caches: globalThis.caches ? await Promise.all((await caches.keys()).map(readCache)) : [],
  workers: (await registrations()).map(({ scope }) => new URL(scope).pathname),
  cookies: document.cookie,
});

/** Erase everything; rejects with the browser's reason where something would not go. */
export const erase = async () => {
  for (const registration of await registrations()) await registration.unregister(); // first: it could write again
  localStorage.clear();
  sessionStorage.clear();
  for (const { name } of (await indexedDB.databases?.()) ?? []) await settled(indexedDB.deleteDatabase(name));
  for (const name of globalThis.caches ? await caches.keys() : []) await caches.delete(name);
};

const restoreDatabase = async ({ name, version, stores }) => {
  const opening = indexedDB.open(name, version);
  opening.onupgradeneeded = () => {
    for (const { name: store, keyPath, autoIncrement, indexes } of stores) {
      const made = opening.result.createObjectStore(store, { keyPath, autoIncrement });
      for (const { name: index, keyPath: path, ...options } of indexes) made.createIndex(index, path, options);
    }
  };
  const database = await settled(opening);
  if (stores.length) {
    const transaction = database.transaction(
      stores.map((store) => store.name),
      "readwrite",
    );
    for (const { name: store, keyPath, keys, records } of stores) {
      const target = transaction.objectStore(store);
      records.forEach((record, place) => (keyPath === null ? target.put(record, keys[place]) : target.put(record)));
    }
    await finished(transaction);
  }
  database.close();
};

/** Put back what a snapshot holds; files of the site are not in it, they are fetched again when needed. */
export const restore = async (snapshot) => {
  for (const [name, text] of Object.entries(snapshot.local)) localStorage.setItem(name, text);
  for (const [name, text] of Object.entries(snapshot.session)) sessionStorage.setItem(name, text);
  for (const database of snapshot.databases) await restoreDatabase(database);
};
