/** The page for an address that is not stored: lists the documents that are, from the site's own stored files. */

const root = document.querySelector("main");
const find = (name) => root.querySelector(`[data-${name}]`);
const template = root.querySelector("template[data-template=page]").content.firstElementChild;
const DOCUMENT = /data-document="[^"]+"/;
const TITLE = /<h1[^>]*>([^<]+)/;

const plain = (text) =>
  text.replace(/&(amp|lt|gt|quot|#39|#34);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">", quot: '"', 34: '"', 39: "'" })[name.replace("#", "")]).trim();

const storedPages = async () => {
  const found = new Map();
  for (const name of globalThis.caches ? await caches.keys() : []) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const { pathname } = new URL(request.url);
      if (!pathname.endsWith("/") || found.has(pathname)) continue;
      const text = await (await cache.match(request)).text();
      const title = TITLE.exec(text);
      if (title && DOCUMENT.test(text) && text.includes("data-document-data")) found.set(pathname, plain(title[1]));
    }
  }
  return [...found].sort(([, one], [, other]) => one.localeCompare(other));
};

const show = async () => {
  const pages = await storedPages();
  find("stored-list").replaceChildren(
    ...pages.map(([address, title]) => {
      const item = template.cloneNode(true);
      const link = item.querySelector("[data-page]");
      link.href = address;
      link.textContent = title;
      return item;
    }),
  );
  find("stored-pages").hidden = !pages.length;
  find("none-stored").hidden = pages.length > 0;
};

// Shown in place of the page that was asked for, so reloading asks for that page again.
find("again").addEventListener("click", (event) => {
  event.preventDefault();
  location.reload();
});
show();
