/** Files and sheets out of what the engine keeps: PNG, prints laid on paper, files joined from pieces. */

const TYPES = { pdf: "application/pdf", html: "text/html", jpeg: "image/jpeg", png: "image/png" };

/** Bytes written as hexadecimal by Python. */
export const bytesOf = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** RGB or RGBA bytes as the browser's own RGBA. */
export const withAlpha = ({ data, width, height }) => {
  if (data.length === width * height * 4) return new Uint8ClampedArray(data);
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let from = 0, to = 0; to < rgba.length; from += 3, to += 4) {
    rgba[to] = data[from];
    rgba[to + 1] = data[from + 1];
    rgba[to + 2] = data[from + 2];
    rgba[to + 3] = 255;
  }
  return rgba;
};

/** A PNG of a raster {data: RGB or RGBA bytes, width, height}; without transparency a canvas keeps every level as it is. */
export const encodePng = (raster) => {
  const { width, height } = raster;
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext("2d").putImageData(new ImageData(withAlpha(raster), width, height), 0, 0);
  return canvas.convertToBlob({ type: TYPES.png });
};

/** White paper with rasters [raster, left, top] and black rectangles [left, top, width, height] on it. */
export const lay = (rasters, ink, width, height) => {
  const data = new Uint8Array(width * height * 3).fill(255);
  for (const [raster, left, top] of rasters) {
    const row = raster.width * 3;
    for (let y = 0; y < raster.height; y += 1) {
      data.set(raster.data.subarray(y * row, (y + 1) * row), ((top + y) * width + left) * 3);
    }
  }
  for (const [left, top, across, down] of ink) {
    for (let y = top; y < top + down; y += 1) data.fill(0, (y * width + left) * 3, (y * width + left + across) * 3);
  }
  return { width, height, data };
};

const base64 = (blob) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });

/** One file of pieces {hex} or {file: Blob} or {base64: Blob}, in their order. */
export const join = async (pieces, kind) => {
  const parts = await Promise.all(
    pieces.map((piece) => (piece.base64 ? base64(piece.base64) : (piece.file ?? bytesOf(piece.hex)))),
  );
  return new Blob(parts, { type: TYPES[kind] });
};
