/** A photo that waits on the device for a page: shared by another app, opened with this one, or carried over a reload. */

export const ASIDE = "pixid-shared"; // site/worker/shared.mjs
const ADDRESS = "/share/"; // there too

/** Put it aside. Rejects where the device has no room, or the browser no such place. */
export const putAside = async (photo) => {
  const headers = { "Content-Type": "application/octet-stream", "X-Name": encodeURIComponent(photo.name) };
  await (await caches.open(ASIDE)).put(ADDRESS, new Response(photo, { headers }));
};

/** Load the page anew with the photo, or without it where it cannot be kept meanwhile. */
export const reloadWith = async (photo) => {
  await (photo ? putAside(photo) : Promise.resolve()).catch(() => {});
  location.reload();
};
