/**
 * What every page does for the time without a network: registers the service worker after the tool was used, has it keep
 * the tool, offers a new release, and takes up a photo that another app shared.
 */

import { ASIDE, putAside } from "./aside.mjs";
import { workerAddress } from "./trust.mjs";

const ADDRESS = "/sw.js";
const AGAIN = [5, 30, 120, 600]; // seconds after which a lost network is tried again, where no event tells that it is back
const ROOM = 30e6; // bytes the tool takes on the device, unpacked, with some to spare
const tool = document.querySelector("[data-app]");
const mark = document.querySelector("[data-offline-mark]");
const bar = document.querySelector("[data-update]");

const loaded = () => new Promise((resolve) => (document.readyState === "complete" ? resolve() : addEventListener("load", resolve)));
const idle = () => new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve));

/** Resolves when the tool's state is one of `states`. */
const state = (states) =>
  new Promise((resolve) => {
    const look = () => states.includes(tool.dataset.state) && (watch.disconnect(), resolve());
    const watch = new MutationObserver(look);
    watch.observe(tool, { attributeFilter: ["data-state"] });
    look();
  });

const ask = (worker, what) =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage({ do: what }, [port2]);
  });

/** "kept", "full" or "" beside the name of the site. */
const say = (what) => {
  mark.dataset.offlineMark = what;
  mark.hidden = !what;
};

const active = async (registration) => {
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  while (worker?.state === "installing" || worker?.state === "installed") {
    if (registration.active) break;
    await new Promise((resolve) => worker.addEventListener("statechange", resolve, { once: true }));
  }
  return registration.active;
};

/** Ask the browser not to clear what is kept; never where it would ask the visitor in turn. */
const persist = async () => {
  const asked = await navigator.permissions?.query({ name: "persistent-storage" }).catch(() => undefined);
  if (asked && asked.state !== "prompt") await navigator.storage.persist();
};

const hasRoom = async () => {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  return quota === undefined || quota - usage > ROOM;
};

/** Resolves after `seconds`, or as soon as the network is said to be back. */
const back = (seconds) =>
  new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000);
    addEventListener("online", resolve, { once: true });
  });

/** After the tool was used once, everything it needs stays on the device; what has been kept before is not asked for again. */
const keepTool = async (worker, tries = 0) => {
  await state(["done"]);
  await idle();
  if (!(await hasRoom())) return say("full");
  await persist();
  const { kept, why } = await ask(worker, "keep");
  if (kept) say("kept");
  else if (why === "full") say("full");
  else {
    await back(AGAIN[Math.min(tries, AGAIN.length - 1)]);
    await keepTool(worker, tries + 1);
  }
};

/** A new release waits until the visitor takes it, or until the last page of the old one is closed. */
const offer = (registration) => {
  const show = () => {
    if (!registration.waiting || !navigator.serviceWorker.controller) return;
    bar.hidden = false;
  };
  const watch = () => registration.installing?.addEventListener("statechange", show);
  registration.addEventListener("updatefound", watch);
  watch();
  show();
  bar.querySelector("[data-update-now]").addEventListener("click", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting?.postMessage({ do: "take-over" });
  });
  bar.querySelector("[data-update-later]").addEventListener("click", () => (bar.hidden = true));
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && registration.update().catch(() => {}));
};

/** Somebody who only reads is spared the shell's bytes: the first visit registers once the tool was used. */
const register = async () => {
  await loaded();
  await idle();
  let registration = await navigator.serviceWorker.getRegistration();
  if (registration) {
    if (tool) await state(["ready", "done", "error"]); // a photo comes first
  } else {
    if (!tool) return;
    await state(["done"]);
    registration = await navigator.serviceWorker.register(workerAddress(ADDRESS), { updateViaCache: "none" });
  } // the browser looks for a newer worker by itself, at every page: registering again would make it look twice
  offer(registration);
  const worker = await active(registration);
  if (!worker) return;
  if ((await ask(worker, "state")).kept) say("kept");
  if (tool) await keepTool(worker);
};

const put = (file) => {
  const input = tool.querySelector("input[name=photo]");
  const carrier = new DataTransfer();
  carrier.items.add(file);
  input.files = carrier.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
};

/** A photo that was shared waits for the first document's page; the list of documents says so. */
const takeShared = async () => {
  if (!globalThis.caches || !(await caches.has(ASIDE))) return;
  const cache = await caches.open(ASIDE);
  const [found] = await cache.matchAll();
  const notice = document.querySelector("[data-shared]");
  if (notice) notice.hidden = !found;
  if (!found || !tool) return;
  const name = decodeURIComponent(found.headers.get("X-Name"));
  const file = new File([await found.blob()], name);
  await caches.delete(ASIDE);
  put(file);
};

/** A photo opened with the installed app, from a file manager; where the device has no room for it the page says so. */
const takeOpened = () =>
  globalThis.launchQueue?.setConsumer(async ({ files }) => {
    if (!files.length) return;
    const photo = await files[0].getFile();
    try {
      await putAside(photo);
    } catch {
      return sayUnshared();
    }
    await takeShared();
  });

/** What the system handed over did not arrive. */
const sayUnshared = () => {
  const notice = document.querySelector("[data-unshared]");
  if (notice) notice.hidden = false;
};

/** The list of languages closes where it is left. */
const closeLanguages = () => {
  const list = document.querySelector("[data-languages]");
  addEventListener("click", ({ target }) => {
    if (list && !list.contains(target)) list.open = false;
  });
  list?.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !list.open) return;
    list.open = false;
    list.querySelector("summary").focus();
  });
};

closeLanguages();
takeOpened();
takeShared();
if (new URLSearchParams(location.search).has("unshared")) sayUnshared();
if (navigator.serviceWorker) register().catch((error) => console.info("PixID will need the network:", error.message));
