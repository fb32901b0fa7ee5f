/** A photo that another app shares with PixID: it stays on the device until a document's page takes it up. */

import { split } from "./pages.mjs";

export const SHARED = "pixid-shared";
const ADDRESS = "/share/"; // of the form in English, and of the photo in the cache
const FORM = "share/"; // toolchain/pages/web_manifest.py

/** Is this the form by which the system hands over a photo? It never reaches the network. */
export const isShared = ({ method, url }) => method === "POST" && split(new URL(url).pathname)[1] === FORM;

/** Keep the photo and go to the list of documents, in the language of the app that was installed. */
export const takeShared = async (request) => {
  const [language] = split(new URL(request.url).pathname);
  const list = (how) => Response.redirect(`/${language}?${how}#documents`, 303);
  const photo = (await request.formData()).get("photo");
  if (!(photo instanceof File)) return list("unshared");
  const headers = { "Content-Type": "application/octet-stream", "X-Name": encodeURIComponent(photo.name) };
  try {
    await (await caches.open(SHARED)).put(ADDRESS, new Response(photo, { headers }));
  } catch {
    return list("unshared"); // no room
  }
  return list("shared");
};
