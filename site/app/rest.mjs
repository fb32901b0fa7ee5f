/**
 * The rest of the tool: what it shows once there is a photo, the templates of the app and its sentences. One file for all
 * documents of a language (toolchain/pages/tool_rest.py), fetched at the first sign that somebody means to use the tool.
 */

import { learn } from "./words.mjs";

const root = document.querySelector("[data-app]");

/** A file as a document of its own, in which nothing runs. The browser reads it: no text becomes markup by our hand. */
export const read = (address) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = () => reject(new Error(`${address}: ${request.status}`));
    request.open("GET", address);
    request.responseType = "document";
    request.overrideMimeType("text/html; charset=utf-8"); // hosts call it plain text
    request.onload = () => (request.status === 200 && request.response ? resolve(request.response) : fail());
    request.onerror = fail;
    request.send();
  });

const place = async () => {
  const rest = await read(root.dataset.rest);
  learn(rest.querySelector("script[data-words]").textContent);
  for (const part of rest.querySelectorAll("template[data-place]")) {
    const here = root.querySelector(`template[data-place="${part.dataset.place}"]`);
    here.replaceWith(document.importNode(part.content, true));
  }
  const [{ textContent: name }, ...gaps] = root.querySelectorAll("[data-document-name]");
  for (const gap of gaps) gap.textContent = name;
};

let placed;

/** Resolves when the tool is whole. Rejects where the file could not be fetched. */
export const complete = () => (placed ??= place());
