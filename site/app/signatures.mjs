/** What a file is, by its first bytes: names and types lie, signatures do not. The same table as pixid_native/sniff.py. */

const SIGNATURES = [
  ["\xff\xd8\xff", "jpeg"],
  ["\x89PNG\r\n\x1a\n", "png"],
  ["GIF87a", "gif"],
  ["GIF89a", "gif"],
  ["BM", "bmp"],
  ["II*\0", "tiff"],
  ["MM\0*", "tiff"],
  ["II+\0", "tiff"],
  ["MM\0+", "tiff"],
];

/** Major brands of the ISO media file format (ISO/IEC 23008-12, AVIF 1.1). */
const BRANDS = { avif: "avif", avis: "avif", heic: "heic", heix: "heic", heim: "heic", heis: "heic", hevc: "heic", hevx: "heic" };
const GENERAL = ["mif1", "msf1"]; // "a picture"; the compatible brands after them say which

/** Pictures that no browser shows: told by name, so that people know their file is sound. */
const STRANGERS = [
  ["\xff\x0a", "JPEG XL"],
  ["\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"],
  ["\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"],
  ["\xff\x4f\xff\x51", "JPEG 2000"],
  ["8BPS", "Photoshop"],
  ["FUJIFILMCCD-RAW", "Fujifilm RAW"],
  ["IIU\0", "Panasonic RAW"],
  ["IIRO", "Olympus RAW"],
  ["P4\n", "PBM"],
  ["P5\n", "PGM"],
  ["P6\n", "PPM"],
  ["\0\0\x01\0", "icon"],
];

/** Bytes of a file's start that suffice for `formatOf` and `strangerOf`. */
export const HEAD = 1024;

export const latin = (bytes, from, to) => String.fromCharCode(...bytes.subarray(from, to));

const isCanonRaw = (text) => text.startsWith("II*\0") && text.slice(8, 10) === "CR"; // calls itself TIFF; inside is a thumbnail

const brandOf = (text, head) => {
  const major = text.slice(8, 12);
  if (!GENERAL.includes(major)) return BRANDS[major] ?? "";
  const end = Math.min(256, new DataView(head.buffer, head.byteOffset).getUint32(0));
  return /^(?:.{4})*?avi[fs]/s.test(text.slice(16, end)) ? "avif" : "heic";
};

/** "jpeg", "png", "gif", "webp", "bmp", "tiff", "heic" or "avif"; "" for anything else. */
export const formatOf = (head) => {
  const text = latin(head, 0, 256);
  if (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP") return "webp";
  if (text.slice(4, 8) === "ftyp") return brandOf(text, head);
  if (isCanonRaw(text)) return "";
  return SIGNATURES.find(([start]) => text.startsWith(start))?.[1] ?? "";
};

/** The name of a picture format that is known but not opened; "" where the file is no picture we know. */
export const strangerOf = (head) => {
  const text = latin(head, 0, HEAD);
  if (isCanonRaw(text) || text.slice(4, 11) === "ftypcrx") return "Canon RAW";
  if (text.toLowerCase().includes("<svg")) return "SVG";
  return STRANGERS.find(([start]) => text.startsWith(start))?.[1] ?? "";
};
