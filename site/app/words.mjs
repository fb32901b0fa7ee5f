/** The app's sentences for what happens before Python is there; the page brings them along. */

let sentences;

/** The sentence `key` with its {named} gaps filled. */
export const say = (key, gaps = {}) => {
  sentences ??= JSON.parse(document.querySelector("script[data-words]").textContent);
  return sentences[key].replace(/\{(\w+)\}/g, (_, name) => gaps[name]);
};

/** The sentence for `number` things, in the plural form of the page's language. */
export const count = (key, number) => {
  const form = new Intl.PluralRules(document.documentElement.lang).select(number);
  return say(`${key}.${form}`, { count: number });
};
