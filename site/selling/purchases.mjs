/** What is kept on the device about purchases: the device's key, receipts, orders begun, and the photo of somebody who is
 * away paying. */

import { thumbprint } from "./receipt.mjs";

const NAME = "pixid-purchases";
const STORES = ["keys", "receipts", "orders", "trips"]; // the last three by document
const DEVICE = "device";
const CURVE = { name: "ECDSA", namedCurve: "P-256" };
const SIGNING = { name: "ECDSA", hash: "SHA-256" };

const open = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => STORES.forEach((name) => request.result.createObjectStore(name));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const run = async (store, mode, work) => {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode);
      const request = work(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
};

export const get = (store, key) => run(store, "readonly", (all) => all.get(key));
export const put = (store, key, value) => run(store, "readwrite", (all) => all.put(value, key));
export const remove = (store, key) => run(store, "readwrite", (all) => all.delete(key));

/** The device's key: {pair, id}; id is its RFC 7638 thumbprint. Nobody can read its secret half, this page included. */
export const deviceKey = async () => {
  const kept = await get("keys", DEVICE);
  if (kept) return kept;
  const pair = await crypto.subtle.generateKey(CURVE, false, ["sign", "verify"]);
  const made = { pair, id: await thumbprint(await crypto.subtle.exportKey("jwk", pair.publicKey)) };
  await put("keys", DEVICE, made);
  return made;
};

/** The thumbprint of the key that this device really holds: it signs something new, or there is none ("" then). */
export const heldKey = async () => {
  const kept = await get("keys", DEVICE);
  if (!kept) return "";
  const { publicKey, privateKey } = kept.pair;
  const challenge = crypto.getRandomValues(new Uint8Array(32));
  const signature = await crypto.subtle.sign(SIGNING, privateKey, challenge);
  if (!(await crypto.subtle.verify(SIGNING, publicKey, signature, challenge))) return "";
  return thumbprint(await crypto.subtle.exportKey("jwk", publicKey));
};
