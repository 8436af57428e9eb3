/**
 * Pictures without a browser, by resvg as WebAssembly: one file for every platform, nothing to compile, and the same picture everywhere.
 * (Its native build is four times as fast and needs a binary for each platform.)
 */
import { existsSync, readFileSync } from "node:fs";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import program from "@resvg/resvg-wasm/index_bg.wasm?url&inline";
import normal from "../export/canvas/fonts/open-sans-400.woff2?inline";
import bold from "../export/canvas/fonts/open-sans-700.woff2?inline";
import type { Paint } from "../export/form";
import { pngOf } from "./pngOf";

/** Where systems keep a font of many letters: Open Sans has neither arrows nor ≥, nor other alphabets than the Latin one. */
const otherFonts = [
  "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
  "/usr/share/fonts/TTF/DejaVuSans.ttf",
  "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf",
  "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
  "/usr/share/fonts/liberation-sans/LiberationSans-Regular.ttf",
  "/System/Library/Fonts/Supplemental/Arial Unicode.ttf",
  "C:\\Windows\\Fonts\\segoeui.ttf",
];

/** Where there is none, the signs that the picture itself writes are written in letters. */
const signs: ReadonlyMap<string, string> = new Map([
  ["→", "-&gt;"],
  ["≥", "&gt;="],
  ["≤", "&lt;="],
  ["≠", "!="],
]);

let ready: Promise<void> | null = null;

export const paintPicture: Paint = async (svg, dots) => {
  ready ??= initWasm(bytesOf(program));
  await ready;
  const other = otherFonts.find((file) => existsSync(file));
  const fonts = [bytesOf(normal), bytesOf(bold), ...(other === undefined ? [] : [readFileSync(other)])];
  const picture = new Resvg(other === undefined ? inLetters(svg) : svg, {
    fitTo: { mode: "zoom", value: dots },
    font: { fontBuffers: fonts, defaultFontFamily: "Open Sans", sansSerifFamily: "Open Sans" },
  });
  const image = picture.render();
  const png = pngOf(image);
  image.free();
  picture.free();
  return png;
};

function inLetters(svg: string): string {
  return svg.replace(/[→≤≥≠]/g, (sign) => signs.get(sign) ?? sign);
}

/** Of `data:font/woff2;base64,…`. */
function bytesOf(address: string): Uint8Array {
  return Buffer.from(address.slice(address.indexOf(",") + 1), "base64");
}
