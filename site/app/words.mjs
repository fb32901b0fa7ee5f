/** The sentences of a page's scripts: in the page, or, for the tool, in the file that rest.mjs brings. */

let written; // as JSON
let sentences;

/** Take up the sentences of the tool. */
export const learn = (text) => (written = text);

/** Are those of the tool here? */
export const areHere = () => written !== undefined;

/** All sentences as JSON text, for Python. */
export const all = () => (written ??= document.querySelector("script[data-words]").textContent);

/** The sentence `key` with its {named} gaps filled. */
export const say = (key, gaps = {}) => {
  sentences ??= JSON.parse(all());
  return sentences[key].replace(/\{(\w+)\}/g, (_, name) => gaps[name]);
};

/** The sentence for `number` things, in the plural form of the page's language. */
export const count = (key, number) => {
  const form = new Intl.PluralRules(document.documentElement.lang).select(number);
  return say(`${key}.${form}`, { count: number });
};
