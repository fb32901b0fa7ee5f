/** JPEG files from rasters: mozjpeg in WebAssembly, loaded when the first file is asked for. */

import { addresses } from "./addresses.mjs";
import { withAlpha } from "./writing.mjs";

const SUBSAMPLING = { 444: 1, 420: 2 }; // pixels per chroma sample along each side
const YCBCR = 3; // mozjpeg's number for the colour space that every portal reads

let encoder;

const load = async () => {
  const folder = new URL(addresses.jpeg, location.href).href;
  const { default: create } = await import(`${folder}codec/enc/mozjpeg_enc.js`);
  return create({ noInitialRun: true, locateFile: (name) => `${folder}codec/enc/${name}` });
};

/** Start loading; a failure is not remembered, so that the next file tries again. */
export const prepareEncoder = () => {
  encoder ??= load().catch((error) => {
    encoder = undefined;
    throw error;
  });
  return encoder;
};

const options = (quality, chroma) => ({
  quality,
  baseline: true, // progressive files are refused by some portals
  progressive: false,
  arithmetic: false,
  optimize_coding: true,
  smoothing: 0,
  color_space: YCBCR,
  quant_table: 3,
  trellis_multipass: false,
  trellis_opt_zero: false,
  trellis_opt_table: false,
  trellis_loops: 1,
  auto_subsample: false,
  chroma_subsample: SUBSAMPLING[chroma],
  separate_chroma_quality: false,
  chroma_quality: quality,
});

/** What the browser itself can write: 4:2:0 and not as small, but a file all the same. */
const byCanvas = (rgba, { width, height }, quality) => {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext("2d").putImageData(new ImageData(rgba, width, height), 0, 0);
  return canvas.convertToBlob({ type: "image/jpeg", quality: quality / 100 });
};

/** A baseline JPEG of a raster {data: RGB bytes, width, height}; `quality` 1..100, `chroma` "444" or "420". */
export const encodeJpeg = async (raster, quality, chroma) => {
  const rgba = withAlpha(raster);
  let module;
  try {
    module = await prepareEncoder();
  } catch {
    return byCanvas(rgba, raster, quality);
  }
  const bytes = module.encode(rgba, raster.width, raster.height, options(quality, chroma));
  return new Blob([bytes], { type: "image/jpeg" });
};
