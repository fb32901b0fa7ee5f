/**
 * A photo as pixels: decoded once, upright (EXIF), in sRGB (the browser converts by the embedded profile when it draws),
 * alpha on white, first frame. The bytes stay here; only handles and sizes leave.
 */

import { inspect } from "./container.mjs";
import { PhotoError } from "./trouble.mjs";

export const WORKING_SIDE = 1600; // px, pixid.engine.WORKING_SIDE
const SMALLEST_SIDE = 32; // px; below it no face can be found
const WHOLE = 40e6; // px kept decoded: 160 MB. Larger photos are measured on a smaller copy and cut from the file
const LARGEST = 250e6; // px; beyond it the decoder alone takes a gigabyte

/** Formats every browser decodes: if decoding fails, the file is damaged, not foreign. */
const KNOWN = ["jpeg", "png", "gif", "webp", "bmp"];

const asDecoded = { imageOrientation: "from-image", colorSpaceConversion: "default", premultiplyAlpha: "default" };

const OPAQUE = ["jpeg", "bmp"]; // nothing to flatten: 22 ms less for 12 megapixels

/** {width, height, data}: RGBA bytes of a bitmap on white; the bitmap is closed. */
const pixelsOf = (bitmap, format) => {
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!context) throw new PhotoError("too-large", { megapixels: Math.round((width * height) / 1e6) });
  if (!OPAQUE.includes(format)) {
    context.fillStyle = "#fff";
    context.fillRect(0, 0, width, height);
  }
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return { width, height, data: new Uint8Array(context.getImageData(0, 0, width, height).data.buffer) };
};

/** A width that keeps the copy within `WHOLE` whichever way the orientation turns it. */
const smallerWidth = (width, height) => Math.floor(Math.sqrt(WHOLE * Math.min(width / height, height / width)));

const decode = async (blob, format, region, options) => {
  try {
    return await createImageBitmap(blob, ...region, { ...asDecoded, ...options });
  } catch {
    if (format === "heic") throw new PhotoError("heic");
    throw KNOWN.includes(format) ? new PhotoError("truncated") : new PhotoError("unsupported", { format: format.toUpperCase() });
  }
};

const refuseSize = (width, height) => {
  const megapixels = Math.round((width * height) / 1e6);
  if (width * height > LARGEST) throw new PhotoError("too-large", { megapixels, limit: LARGEST / 1e6 });
  if (Math.min(width, height) < SMALLEST_SIDE) throw new PhotoError("too-small", { width, height });
};

/**
 * Decode a file. Returns {blob, format, width, height, pixels}: width and height of the photo upright; `pixels` the
 * whole photo, or a smaller copy of it above 40 megapixels. Throws PhotoError as `inspect`, and heic, unsupported,
 * too-small.
 */
export const decodePhoto = async (blob) => {
  const { format, width, height } = await inspect(blob);
  if (width) refuseSize(width, height);
  const reduce = width * height > WHOLE;
  const options = reduce ? { resizeWidth: smallerWidth(width, height), resizeQuality: "high" } : {};
  const bitmap = await decode(blob, format, [], options);
  if (!reduce) refuseSize(bitmap.width, bitmap.height);
  const turned = reduce && bitmap.width > bitmap.height !== width > height;
  const upright = reduce ? (turned ? [height, width] : [width, height]) : [bitmap.width, bitmap.height];
  return { blob, format, width: upright[0], height: upright[1], pixels: pixelsOf(bitmap, format) };
};

/** Rows and columns of RGBA bytes: the rectangle {x, y, width, height} of `pixels`, as a new array. */
const cut = (pixels, { x, y, width, height }) => {
  if (x === 0 && width === pixels.width) return pixels.data.subarray(y * width * 4, (y + height) * width * 4);
  const data = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    const from = ((y + row) * pixels.width + x) * 4;
    data.set(pixels.data.subarray(from, from + width * 4), row * width * 4);
  }
  return data;
};

/**
 * Original pixels of a rectangle of the photo: {width, height, data} RGBA. Above 40 megapixels the file is decoded again
 * for this rectangle alone, and shrunk if the rectangle itself is above 40 megapixels.
 */
export const cropPhoto = async (photo, rectangle) => {
  const { x, y, width, height } = rectangle;
  if (photo.pixels.width === photo.width) return { width, height, data: cut(photo.pixels, rectangle) };
  const scale = Math.min(1, Math.sqrt(WHOLE / (width * height)));
  const size = { resizeWidth: Math.max(1, Math.round(width * scale)), resizeHeight: Math.max(1, Math.round(height * scale)) };
  const options = scale < 1 ? { ...size, resizeQuality: "high" } : {};
  return pixelsOf(await decode(photo.blob, photo.format, [x, y, width, height], options), photo.format);
};

/** Half to even, as Python rounds: both engines make the same working copy. */
const rounded = (value) => {
  const up = Math.round(value);
  return up - value === 0.5 && up % 2 ? up - 1 : up;
};

/** Size of the working copy: long side 1600 px at most, each side rounded, 1 at least. */
export const workingSize = (width, height) => {
  const longest = Math.max(width, height);
  if (longest <= WORKING_SIDE) return [width, height];
  return [width, height].map((side) => Math.max(1, rounded((side * WORKING_SIDE) / longest)));
};
