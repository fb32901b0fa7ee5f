/**
 * pixid.search in JavaScript, step by step, so that the home page finds documents without loading Python. The same index,
 * the same order of answers: tests/toolchain/pages/test_search_script.py asks both the same questions.
 */

const [EXACT, BEGINNING, INSIDE, ALMOST] = [4, 3, 2, 1];
const SHORTEST_BEGINNING = 3;
const MISSPELT = [4, 8];
const FEW = 3;
const CROSSES = ["x", "\u00d7", "\u0445", "*"];

const isDigits = (text) => /^[0-9]+$/.test(text);
const isLetter = (word) => /^[a-z]$/.test(word);
const isNumber = (word) => isDigits(word.replace(".", ""));
const belongsToWord = (letter) => /[0-9A-Za-z*]/.test(letter) || letter > "\x7f";

export class Index {
  /** `data` is the parsed index (toolchain/rulebook/search_index.py). */
  constructor(data) {
    this.documents = data.documents;
    this.text = ` ${data.words} `;
    this.words = [...data.words.split(" "), ""]; // so that there is always a next one
    this.places = data.places;
    this.idle = new Set(data.idle.split(" "));
    this.byLength = new Map();
    this.words.forEach((word, place) => {
      if (!this.byLength.has(word.length)) this.byLength.set(word.length, []);
      this.byLength.get(word.length).push(place);
    });
    this.folds = new Map();
    for (const [target, letters] of Object.entries(data.folds)) for (const one of letters) this.folds.set(one, target);
  }

  /** At most `most` ids of documents that fit every telling word of `question`, best first. */
  find(question, most = 20) {
    const words = split(this.fold(question)).filter((word) => !this.idle.has(word) && !isLetter(word));
    const found = this.#fitting(words, false);
    if (found.size < FEW) {
      for (const [document, fit] of this.#fitting(words, true)) {
        found.set(document, Math.max(fit, found.get(document) ?? 0));
      }
    }
    const best = [...found].sort(([one, its], [other, others]) => others - its || one - other);
    return best.slice(0, most).map(([document]) => this.documents[document]);
  }

  /** `text` in small letters without diacritics. */
  fold(text) {
    const small = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    return [...small].map((letter) => this.folds.get(letter) ?? letter).join("");
  }

  #fitting(words, loosely) {
    let scores = new Map();
    words.forEach((word, place) => {
      const found = this.#documentsWith(word, loosely);
      if (place) {
        for (const [document, fit] of found) {
          if (scores.has(document)) found.set(document, scores.get(document) + fit);
          else found.delete(document);
        }
      }
      scores = found;
    });
    return scores;
  }

  #documentsWith(word, loosely) {
    const fits = [...(loosely ? this.#misspelt(word) : []), ...this.#fits(word)];
    const found = new Map();
    for (const [place, fit] of fits) {
      let document = 0;
      for (const step of this.places[place]) {
        document += step;
        if ((found.get(document) ?? 0) < fit) found.set(document, fit);
      }
    }
    return found;
  }

  /** [place, fit] of the words that are `word`, begin with it, or, in scripts without blanks, hold it. */
  #fits(word) {
    if (word[0] > "\u2e7f") {
      return this.words.flatMap((other, place) =>
        other.includes(word) ? [[place, word === other ? EXACT : INSIDE]] : [],
      );
    }
    const long = word.length >= SHORTEST_BEGINNING;
    const at = this.text.indexOf(` ${word}${long ? "" : " "}`);
    if (at < 0) return [];
    let place = this.text.slice(0, at).split(" ").length - 1;
    const found = [[place, this.words[place] === word ? EXACT : BEGINNING]];
    while (long && this.words[place + 1].startsWith(word)) found.push([++place, BEGINNING]);
    return found;
  }

  #misspelt(word) {
    const allowed = MISSPELT.filter((letters) => word.length >= letters).length;
    if (!allowed) return [];
    const found = [];
    for (let length = word.length - allowed; length <= word.length + allowed; length += 1) {
      for (const place of this.byLength.get(length) ?? []) {
        if (near(word, this.words[place], allowed)) found.push([place, ALMOST]);
      }
    }
    return found;
  }
}

/** The words of folded text; a size however written becomes one word. */
const split = (text) => {
  const words = [];
  let word = "";
  for (let letter of `${text} `) {
    if (belongsToWord(letter)) {
      if (word && CROSSES.includes(letter) && isNumber(word)) letter = "x";
      word += letter;
    } else if (".,".includes(letter) && word && isNumber(word.split("x").at(-1))) {
      word += ".";
    } else if (letter === "-" && isLetter(word)) {
      continue; // "e-visa", "k-eta" and "i-90" are one word
    } else if (word) {
      words.push(word.replace(/\.+$/, ""));
      word = "";
    }
  }
  return joinSizes(words.filter(Boolean)).filter((one) => one.replace(/^\*+|\*+$/g, ""));
};

const joinSizes = (words) => {
  const joined = [];
  for (const word of words) {
    const before = joined.at(-1) ?? "";
    if (CROSSES.includes(word) && isNumber(before)) {
      joined[joined.length - 1] = `${before}x`;
    } else if (before.endsWith("x") && isNumber(before.slice(0, -1)) && isDigits(word[0])) {
      joined[joined.length - 1] = withoutUnit(before + word);
    } else if (isNumber(before) && CROSSES.includes(word[0]) && isDigits(word[1] ?? "")) {
      joined[joined.length - 1] = withoutUnit(`${before}x${word.slice(1)}`);
    } else {
      joined.push(withoutUnit(word));
    }
  }
  return joined;
};

const withoutUnit = (word) => {
  const sides = word.split("x");
  if (sides.length !== 2 || !isNumber(sides[0]) || !isDigits(sides[1].slice(0, 1))) return word;
  return `${sides[0]}x${sides[1].replace(/[a-z]+$/, "")}`;
};

/** Can `one` become `other` by at most `allowed` letters added, left out, changed or swapped with the next? */
const near = (one, other, allowed) => {
  const least = Math.min(one.length, other.length);
  let start = 0;
  while (start < least && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < least - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  const longest = Math.max(left.length, right.length);
  if (longest > 2 * allowed + 1 || !left || !right) return longest <= allowed;
  return distance(left, right) <= allowed;
};

/** Optimal string alignment distance. */
const distance = (one, other) => {
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const above = row;
    row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      let cost = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (one[i - 1] !== other[j - 1]));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      row.push(cost);
    }
    before = above;
  }
  return row.at(-1);
};
