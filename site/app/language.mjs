/** The language the visitor chose, where it may be remembered: a link of the language list chooses, the home page follows. */

import * as preferences from "./preferences.mjs";

/** On every page: remember which language was chosen by hand. */
export const noteLanguage = () => {
  for (const link of document.querySelectorAll("a[hreflang]")) {
    link.addEventListener("click", () => preferences.speak(link.hreflang));
  }
};

/** On the home page: go where the visitor's language is, unless the visitor has just come from there. */
export const followLanguage = () => {
  noteLanguage();
  const wanted = preferences.read()?.language;
  if (!wanted || wanted === document.documentElement.lang) return;
  const link = document.querySelector(`a[hreflang="${CSS.escape(wanted)}"]`);
  if (link) location.replace(link.href);
};
