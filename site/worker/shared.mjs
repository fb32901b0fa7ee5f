/** A photo that another app shares with PixID: it stays on the device until a document's page takes it up. */

export const SHARED = "pixid-shared";
const ADDRESS = "/share/";

/** Is this the form by which the system hands over a photo? It never reaches the network. */
export const isShared = ({ method, url }) => method === "POST" && new URL(url).pathname === ADDRESS;

/** Keep the photo and go to the list of documents. */
export const takeShared = async (request) => {
  const photo = (await request.formData()).get("photo");
  if (photo instanceof File) {
    const headers = { "Content-Type": "application/octet-stream", "X-Name": encodeURIComponent(photo.name) };
    await (await caches.open(SHARED)).put(ADDRESS, new Response(photo, { headers }));
  }
  return Response.redirect("/?shared#documents", 303);
};
