import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pngOf } from "./pngOf";

const read = (png: Uint8Array) => {
  const bytes = Buffer.from(png);
  const chunks: Record<string, Buffer> = {};
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks[bytes.toString("latin1", at + 4, at + 8)] = bytes.subarray(at + 8, at + 8 + length);
    at += 12 + length;
  }
  const { IHDR = Buffer.alloc(13), IDAT = Buffer.alloc(0) } = chunks;
  const size = [IHDR.readUInt32BE(0), IHDR.readUInt32BE(4)];
  return { size, channels: IHDR[9] === 2 ? 3 : 4, dots: [...inflateSync(IDAT)] };
};

describe("a picture as PNG", () => {
  it("has three channels where nothing is seen through", () => {
    const pixels = new Uint8Array([1, 2, 3, 255, 4, 5, 6, 255]);
    expect(read(pngOf({ width: 1, height: 2, pixels }))).toEqual({
      size: [1, 2],
      channels: 3,
      dots: [0, 1, 2, 3, 0, 4, 5, 6],
    });
  });

  it("has each colour as it is where something is", () => {
    const pixels = new Uint8Array([0, 0, 0, 0, 128, 64, 0, 128, 9, 9, 9, 255]);
    expect(read(pngOf({ width: 3, height: 1, pixels }))).toEqual({
      size: [3, 1],
      channels: 4,
      dots: [0, 0, 0, 0, 0, 255, 128, 0, 128, 9, 9, 9, 255],
    });
  });
});
