/**
 * Copies that sell: finished files wait until the document is paid for on this device. Verdict and preview are free.
 *
 * The panel `[data-pay]` shows what is asked and why something did not work; its form goes to the checkout function, which
 * leads to Stripe's page. The photo waits in this browser meanwhile. What comes back in the address, ?session_id=... or
 * ?paying=..., is taken from it at once.
 */

import { latestPhoto, take, tell } from "./intake.mjs";
import { deviceKey, get, heldKey, put, remove } from "./purchases.mjs";
import { base64url, judge, publicKey } from "./receipt.mjs";

const root = document.querySelector("[data-app]");
const panel = root.querySelector("[data-pay]"); // none where photos of one's own are refused: nothing is sold there
const settings = panel && JSON.parse(document.querySelector("script[data-selling]").textContent);
const form = panel?.querySelector("form");
const button = form?.querySelector("button");
const askAgain = panel?.querySelector("[data-pay-ask]");
const keepsPhoto = form?.querySelector("[data-keep-photo]");

const documentId = () => root.dataset.document; // the page for any document learns it late
const now = () => Math.floor(Date.now() / 1000);
const random = () => base64url(crypto.getRandomValues(new Uint8Array(16)));

const day = (seconds) => new Date(seconds * 1000).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });

const say = (key, gaps = {}) => {
  const sentence = key ? settings.words[key].replace(/\{(\w+)\}/g, (_, name) => gaps[name]) : "";
  panel.querySelector("[data-pay-status]").textContent = sentence;
  if (sentence) panel.hidden = false; // also where the photo did not survive the trip
};

/** "valid", "none", or why the receipt kept on this device does not unlock the document: see receipt.mjs. */
const standing = async (id) => {
  const token = await get("receipts", id);
  if (!token) return { verdict: "none" };
  return judge(token, await publicKey(settings.key), { document: id, key: await heldKey(), now: now() });
};

/** Whether the files of document `id` may be handed over; else the panel says what they cost. Once there is something to
 * hand over it may also ask for a donation. */
export const allowed = async (sellable, id) => {
  if (!settings || !sellable) return true;
  if (settings.mode !== "paid") {
    panel.hidden = false;
    return true;
  }
  const { verdict } = await standing(id).catch(() => ({ verdict: "browser" }));
  panel.hidden = verdict === "valid";
  if (verdict !== "valid" && verdict !== "none") say(verdict);
  return verdict === "valid";
};

/** Whether prints for another document `id` may be handed over with these: where files cost something, once those of that
 * document are paid for too. */
export const unlocked = async (id) => {
  if (settings?.mode !== "paid") return true;
  const { verdict } = await standing(id).catch(() => ({ verdict: "browser" }));
  return verdict === "valid";
};

/** Ask the function whether a session is paid, and keep the receipt. */
const fetchReceipt = async (session) => {
  const id = documentId();
  await put("orders", id, { ...(await get("orders", id)), session });
  askAgain.hidden = true;
  let answer;
  try {
    const response = await fetch(`/api/checkout?session_id=${encodeURIComponent(session)}`);
    answer = await response.json();
  } catch {
    answer = { error: "receipt" };
  }
  if (!answer.receipt) {
    askAgain.hidden = answer.error === "unpaid" || answer.error === "unknown";
    return say(answer.error in settings.words ? answer.error : "receipt");
  }
  const { verdict, receipt } = await judge(answer.receipt, await publicKey(settings.key), {
    document: id,
    key: await heldKey(),
    now: now(),
  });
  if (verdict !== "valid" && verdict !== "early") return say(verdict);
  await put("receipts", id, answer.receipt);
  await remove("orders", id);
  say("paid", { date: day(receipt.expires) });
  if (verdict === "early") return say("early");
  tell({ do: "hand-over" });
};

/** The photo as it was before somebody left to pay. */
const bringBack = async () => {
  const kept = await get("trips", documentId());
  if (!kept) return;
  if (!kept.keep) await remove("trips", documentId());
  root.querySelector("[name=as_is]").checked = kept.asIs;
  keepsPhoto.checked = kept.keep;
  take(new File([kept.photo], kept.name, { type: kept.type }));
  root.dispatchEvent(new Event("change")); // a sign that the tool is wanted: start.mjs loads it
};

const arrive = async () => {
  const given = new URLSearchParams(location.search);
  const [session, why] = [given.get("session_id"), given.get("paying")];
  if (session || why) history.replaceState(null, "", location.pathname + location.hash);
  if (why) say({ given: "thanks" }[why] ?? (why in settings.words ? why : "down"));
  else if (session) await fetchReceipt(session);
  else if ((await get("orders", documentId())) && (await standing(documentId())).verdict === "none") say("begun");
  await bringBack();
};

/** The switch holds at once: what is kept goes when it is switched off, and what is there stays when it is switched on. */
const keepOrNot = async () => {
  if (keepsPhoto.checked && latestPhoto()) await put("trips", documentId(), trip());
  else if (!keepsPhoto.checked) await remove("trips", documentId());
};

/** The photo as it is put aside. */
const trip = () => {
  const photo = latestPhoto();
  const asIs = root.querySelector("[name=as_is]").checked;
  return { photo, name: photo.name, type: photo.type, asIs, keep: keepsPhoto.checked };
};

/** Does the site answer? A form sent without a network would leave the visitor on the browser's own page of errors. */
const reached = () => fetch("/robots.txt", { cache: "no-store" }).then(
  () => true,
  () => false,
);

let warned = false; // that the photo cannot be kept meanwhile

/** Everything the function needs, and the photo put aside; false where something is in the way. */
const prepare = async () => {
  const id = documentId();
  if (!(await reached())) return say("offline");
  const fields = { document: id, language: document.documentElement.lang };
  try {
    if (settings.mode === "paid") fields.key = (await deviceKey()).id;
    const order = (await get("orders", id))?.order ?? random(); // the same until it is paid: nothing is charged twice
    await put("orders", id, { order });
    fields.order = order;
  } catch {
    return say("browser");
  }
  try {
    if (latestPhoto()) await put("trips", id, trip());
  } catch {
    if (!warned) return say("storage", (warned = true));
  }
  for (const [name, value] of Object.entries(fields)) form.querySelector(`[name=${name}]`).value = value;
  return true;
};

const pay = async (event) => {
  event.preventDefault();
  if (button.disabled) return;
  button.disabled = true; // a second press while the first is on its way
  say("");
  if (await prepare()) HTMLFormElement.prototype.submit.call(form);
  else button.disabled = false;
};

/** Listen and take up what came back from Stripe's page. */
const begin = () => {
  form.addEventListener("submit", pay);
  keepsPhoto.addEventListener("change", () => keepOrNot().catch(() => say("storage")));
  askAgain.addEventListener("click", async () => fetchReceipt((await get("orders", documentId())).session));
  addEventListener("pageshow", () => (button.disabled = false)); // back with the browser's own button
  arrive().catch(() => say("browser"));
};

if (panel) begin();
