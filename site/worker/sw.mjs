/**
 * The service worker. Three tiers: the shell (start pages, style, rulebook) when it is installed; runtimes and graphs once
 * a page has needed them; pages as they are visited. It never answers for /api/ and never sends anything anywhere.
 *
 * In:  {do: "keep"}       keep everything the tool needs     Out: {kept: true} or {kept: false, why: "full"/"network"}
 *      {do: "state"}      is it kept?                        Out: {kept}
 *      {do: "take-over"}  the visitor accepted this release
 */

import { file, isFile, keepFiles, missing, tidyFiles } from "./files.mjs";
import { isShell, keepOpened, keepShell, page, readShell, split, tidyPages } from "./pages.mjs";
import { release } from "./release.mjs";
import { isShared, takeShared } from "./shared.mjs";

const windows = () => self.clients.matchAll({ type: "window", includeUncontrolled: true });

const install = async () => {
  const open = (await windows()).map(({ url }) => new URL(url).pathname);
  const languages = open.map((path) => split(path)[0]);
  await keepFiles(release.shell);
  for (const language of new Set(open.length ? languages : [""])) await keepShell(language);
  for (const path of new Set(open)) await keepOpened(path);
};

/** Old files go when nobody is left who may still need them; what a newer release has put beside them is not old. */
const tidy = async () => {
  if (self.registration.installing || self.registration.waiting) return;
  if ((await windows()).length > 1) return;
  await tidyPages();
  await tidyFiles();
};

const activate = async () => {
  await self.registration.navigationPreload?.enable();
  await tidy();
};

const keep = async () => {
  try {
    await keepFiles([...release.shell, ...release.tool]);
    return { kept: true };
  } catch (error) {
    return { kept: false, why: error.name === "QuotaExceededError" ? "full" : "network" };
  }
};

const answers = {
  keep,
  state: async () => ({ kept: (await missing([...release.shell, ...release.tool])).length === 0 }),
  "take-over": async () => void (await self.skipWaiting()),
};

/** A language that is visited for the first time needs its shell too. */
const navigated = async ({ pathname }) => {
  await keepShell(split(pathname)[0]);
  await tidy();
};

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  const work = async () => {
    const answer = await answers[event.data.do]?.();
    if (answer) event.ports[0]?.postMessage(answer);
  };
  event.waitUntil(work());
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (address.origin !== location.origin) return;
  if (isShared(request)) return event.respondWith(takeShared(request));
  if (request.method !== "GET" || address.pathname.startsWith("/api/")) return;
  if (request.mode === "navigate") {
    event.respondWith(page(event));
    event.waitUntil(navigated(address).catch(() => {})); // without a network what is kept stays as it is
  } else if (isFile(address.pathname)) event.respondWith(file(request));
  else if (isShell(address.pathname)) event.respondWith(readShell(request));
});
