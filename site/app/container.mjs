/**
 * What a container says before anything is decoded: the pixels its header promises, and whether its end is there. A
 * browser's decoder says only "could not be decoded"; people need to know that the copy was cut off, and how much is there.
 */

import { formatOf, HEAD, latin, strangerOf } from "./signatures.mjs";
import { PhotoError } from "./trouble.mjs";

const LARGEST_FILE = 512e6; // bytes; a photo of 250 megapixels stays below, a film mistaken for a photo does not

const view = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Frame headers that hold the size: SOF0..SOF15 without DHT, JPG and DAC, which share their numbers. */
const isFrame = (marker) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const standsAlone = (marker) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** The next marker that ends entropy-coded data from `at`: stuffed zeros and restarts belong to the data. */
const endOfScan = (bytes, at) => {
  for (let i = bytes.indexOf(0xff, at); i >= 0 && i + 1 < bytes.length; i = bytes.indexOf(0xff, i + 1)) {
    const next = bytes[i + 1];
    if (next !== 0 && next !== 0xff && !standsAlone(next)) return i;
  }
  return bytes.length;
};

/** Walk a JPEG's segments up to its end marker. Cameras append more pictures after it; those do not matter here. */
const jpeg = (bytes) => {
  const data = view(bytes);
  const size = { width: 0, height: 0, whole: false };
  for (let i = 2; i + 4 <= bytes.length || bytes[i + 1] === 0xd9; ) {
    if (bytes[i] !== 0xff) return { ...size, whole: true }; // not a marker: damage the decoder has to judge
    const marker = bytes[i + 1];
    if (marker === 0xd9) return { ...size, whole: true };
    if (marker === 0xff) i += 1;
    else if (standsAlone(marker)) i += 2;
    else {
      if (isFrame(marker) && i + 9 <= bytes.length) {
        size.height = data.getUint16(i + 5);
        size.width = data.getUint16(i + 7);
      }
      i += 2 + data.getUint16(i + 2);
      if (marker === 0xda) i = endOfScan(bytes, i);
    }
  }
  return size;
};

const png = (bytes) => {
  const data = view(bytes);
  const size = { width: 0, height: 0, whole: false };
  if (bytes.length >= 24) Object.assign(size, { width: data.getUint32(16), height: data.getUint32(20) });
  let end = 8;
  while (end + 8 <= bytes.length) {
    const last = latin(bytes, end + 4, end + 8) === "IEND";
    end += 12 + data.getUint32(end);
    if (last) return { ...size, whole: end <= bytes.length, total: end };
  }
  return { ...size, total: Math.max(end, bytes.length) + 12 }; // as far as the last chunk says, and an IEND
};

const webp = (bytes, length) => {
  const data = view(bytes);
  const total = data.getUint32(4, true) + 8;
  const size = { width: 0, height: 0, whole: total <= length + 1, total }; // some writers forget the padding byte
  const kind = latin(bytes, 12, 16);
  if (kind === "VP8X") {
    size.width = 1 + (data.getUint32(24, true) & 0xffffff);
    size.height = 1 + (data.getUint32(26, true) >>> 8);
  } else if (kind === "VP8L") {
    const bits = data.getUint32(21, true);
    size.width = 1 + (bits & 0x3fff);
    size.height = 1 + ((bits >>> 14) & 0x3fff);
  } else if (kind === "VP8 ") {
    size.width = data.getUint16(26, true) & 0x3fff;
    size.height = data.getUint16(28, true) & 0x3fff;
  }
  return size;
};

const gif = (bytes) => ({ width: view(bytes).getUint16(6, true), height: view(bytes).getUint16(8, true), whole: true });

const bmp = (bytes, length) => {
  const data = view(bytes);
  const total = data.getUint32(2, true);
  return { width: Math.abs(data.getInt32(18, true)), height: Math.abs(data.getInt32(22, true)), whole: total <= length, total };
};

const WALKS = { jpeg, png, webp, gif, bmp };
const WHOLE_FILE = ["jpeg", "png"]; // the others tell all they have in their first bytes

/** The end of the last top-level box of an AVIF or HEIC file (ISO/IEC 14496-12, 4.2). */
const boxesEnd = async (blob) => {
  let at = 0;
  while (at + 8 <= blob.size) {
    const head = view(new Uint8Array(await blob.slice(at, at + 16).arrayBuffer()));
    let size = head.getUint32(0);
    if (size === 1 && head.byteLength === 16) size = Number(head.getBigUint64(8));
    if (size < 8) return blob.size; // 0: up to the end of the file
    at += size;
  }
  return at;
};

/** Bytes in front of a tail of zeros, which is what an interrupted copy leaves on many memory cards. */
const filled = (bytes) => {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return end;
};

const tooShort = (readable, total) =>
  new PhotoError("truncated", { readable_mb: readable / 1e6, ...(total > readable && { total_mb: total / 1e6 }) });

/**
 * Look at a file. Returns {format, width, height}: pixels as stored (before the EXIF orientation), 0 where the header is
 * not read here. Throws PhotoError: empty, not-a-picture, unsupported, truncated {readable_mb, total_mb}, too-large.
 */
export const inspect = async (blob) => {
  if (blob.size === 0) throw new PhotoError("empty");
  const head = new Uint8Array(await blob.slice(0, HEAD).arrayBuffer());
  const format = formatOf(head);
  if (!format) throw strangerOf(head) ? new PhotoError("unsupported", { format: strangerOf(head) }) : new PhotoError("not-a-picture");
  if (blob.size > LARGEST_FILE) throw new PhotoError("too-large");
  if (blob.size < 32) throw tooShort(blob.size, 0);
  const walk = WALKS[format];
  if (!walk) {
    const total = format === "tiff" ? blob.size : await boxesEnd(blob);
    if (total > blob.size) throw tooShort(blob.size, total);
    return { format, width: 0, height: 0 };
  }
  const bytes = WHOLE_FILE.includes(format) ? new Uint8Array(await blob.arrayBuffer()) : head;
  const { width, height, whole, total = 0 } = walk(bytes, blob.size);
  if (!whole) throw tooShort(bytes.length === blob.size ? filled(bytes) : blob.size, Math.max(total, blob.size));
  return { format, width, height };
};
