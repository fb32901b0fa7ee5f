/** The six numbers of an affine map [a, b, c, d, e, f]: x' = a x + b y + c, y' = d x + e y + f. */

/** The map back. Throws when the map flattens the picture, which no frame does. */
export const inverseOf = ([a, b, c, d, e, f]) => {
  const area = a * e - b * d;
  if (!Number.isFinite(1 / area)) throw new RangeError("the frame has no area");
  return [e / area, -b / area, (b * f - c * e) / area, -d / area, a / area, (c * d - a * f) / area];
};

const MARGIN = 4; // output px around the frame that the resampling filter may reach into
const WHOLE = 1e-6; // px by which a corner may miss a whole pixel and still count as on it: double precision's share

const isWhole = (value) => Math.abs(value - Math.round(value)) <= WHOLE;

/**
 * The rectangle of a photo that an output of `width` x `height` px needs: {x, y, width, height, inverse}, whole pixels
 * inside the photo, at least one. `inverse` maps output px to px of the rectangle; undefined where the rectangle is
 * exactly the frame, so that resizing it is all there is to do. As pixid_native/cutting.py.
 */
export const cutFor = (matrix, width, height, photoWidth, photoHeight) => {
  const [a, b, c, d, e, f] = inverseOf(matrix);
  const corners = [[0, 0], [width, 0], [0, height], [width, height]];
  const across = corners.map(([u, v]) => a * u + b * v + c);
  const down = corners.map(([u, v]) => d * u + e * v + f);
  const [left, right, top, bottom] = [Math.min(...across), Math.max(...across), Math.min(...down), Math.max(...down)];
  if (b === 0 && d === 0 && a > 0 && e > 0 && [left, right, top, bottom].every(isWhole)) {
    const [x, y, w, h] = [left, top, right - left, bottom - top].map(Math.round);
    if (x >= 0 && y >= 0 && w > 0 && h > 0 && x + w <= photoWidth && y + h <= photoHeight) return { x, y, width: w, height: h };
  }
  const margin = MARGIN * Math.max(1, Math.ceil(Math.max(Math.hypot(a, d), Math.hypot(b, e))));
  const within = (low, high, size) => {
    const start = Math.min(size - 1, Math.max(0, Math.floor(low - margin)));
    return [start, Math.max(start + 1, Math.min(size, Math.ceil(high + margin))) - start];
  };
  const [x, w] = within(left, right, photoWidth);
  const [y, h] = within(top, bottom, photoHeight);
  return { x, y, width: w, height: h, inverse: [a, b, c - x, d, e, f - y] };
};
