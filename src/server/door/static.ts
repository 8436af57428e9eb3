/**
 * The built page. A manifest of all its files is made at start, and a request is looked up in it as it was sent:
 * no path is joined or decoded at request time, so there is nothing to climb out of.
 */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { lookup } from "../../pipeline/definition/byName";

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};
const compressible = /^(?:text\/|application\/(?:json|wasm)|image\/svg)/;

export type Encoding = "br" | "gzip" | "identity";

export interface StaticFile {
  readonly contentType: string;
  readonly cacheControl: string;
  readonly etag: string;
  readonly compressible: boolean;
  /** The bytes in an encoding; compressed once, when first asked for. */
  bytes(encoding: Encoding): Promise<Uint8Array>;
}

export type StaticFiles = ReadonlyMap<string, StaticFile>;

const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const compressors = {
  br: (bytes: Uint8Array) => promisify(brotliCompress)(bytes, quick),
  gzip: (bytes: Uint8Array) => promisify(gzip)(bytes),
};

function staticFile(path: string, bytes: Uint8Array): StaticFile {
  const contentType = lookup(contentTypes, extname(path)) ?? "application/octet-stream";
  const made = new Map<Encoding, Promise<Uint8Array>>([["identity", Promise.resolve(bytes)]]);
  return {
    contentType,
    // Vite puts a hash of the content into the name of everything below assets/.
    cacheControl: path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
    compressible: compressible.test(contentType) && bytes.length > 1024,
    bytes: (encoding) => {
      const present = made.get(encoding);
      if (present !== undefined) return present;
      const compressed = encoding === "identity" ? Promise.resolve(bytes) : compressors[encoding](bytes);
      made.set(encoding, compressed);
      return compressed;
    },
  };
}

/** Reads every file below `folder`. `/` is index.html, with what `told` adds to it; Vite's own manifest stays private. */
export function readStaticFiles(folder: string, told = (html: string) => html): StaticFiles {
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(folder.length).replaceAll("\\", "/");
    if (path.startsWith("/.")) continue;
    if (path === "/index.html") files.set("/", staticFile(path, Buffer.from(told(readFileSync(file, "utf8")))));
    else files.set(path, staticFile(path, readFileSync(file)));
  }
  return files;
}

/** The best encoding that an `Accept-Encoding` header takes. */
export function chooseEncoding(accepted: string | undefined, file: StaticFile): Encoding {
  if (!file.compressible || accepted === undefined) return "identity";
  const offers = accepted.split(",").map((offer) => offer.trim().toLowerCase());
  const takes = (name: string) =>
    offers.some((offer) => offer === name || (offer.startsWith(`${name};`) && !/q=0(?:\.0*)?$/.test(offer)));
  return takes("br") ? "br" : takes("gzip") ? "gzip" : "identity";
}
