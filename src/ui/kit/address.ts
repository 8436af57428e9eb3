/**
 * Addresses live in the fragment, so that the page works as plain files: `#/` is the start page, `#/d/ID` a document, `#/d/ID/s/NAME` a
 * step of it, `#/f/PATH` a file of the folder that is open.
 */
import { useSyncExternalStore } from "react";

export type Address =
  | { readonly page: "start" }
  | { readonly page: "document"; readonly id: string; readonly step?: string }
  | { readonly page: "file"; readonly path: string; readonly step?: string };

export type DocumentAddress = Exclude<Address, { readonly page: "start" }>;

const documentFragment = /^#\/d\/([^/?#]+)(?:\/s\/([^/?#]+))?$/;
/** A path ends with `.json`, so that a folder called `s` is no step. */
const fileFragment = /^#\/f\/([^?#]+?\.json)(?:\/s\/([^/?#]+))?$/i;

/** Where a fragment leads; null for one that leads nowhere in particular, as in a new tab. */
export function readFragment(hash: string): Address | null {
  const [, id, step] = documentFragment.exec(hash) ?? [];
  if (id !== undefined) {
    const document = { page: "document", id: decoded(id) } as const;
    return step === undefined ? document : { ...document, step: decoded(step) };
  }
  const [, path, ofFile] = fileFragment.exec(hash) ?? [];
  if (path !== undefined) {
    const file = { page: "file", path: path.split("/").map(decoded).join("/") } as const;
    return ofFile === undefined ? file : { ...file, step: decoded(ofFile) };
  }
  return hash === "#/" ? { page: "start" } : null;
}

export function printAddress(address: Address): string {
  if (address.page === "start") return "#/";
  const step = address.step === undefined ? "" : `/s/${encodeURIComponent(address.step)}`;
  if (address.page === "document") return `#/d/${encodeURIComponent(address.id)}${step}`;
  return `#/f/${address.path.split("/").map(encodeURIComponent).join("/")}${step}`;
}

/** A person may have cut an address in the middle of a character. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Goes to an address; `replace` leaves no way back to the present one. */
export function goTo(address: Address, how: { readonly replace?: boolean } = {}): void {
  const fragment = printAddress(address);
  if (how.replace !== true) {
    window.location.hash = fragment;
    return;
  }
  window.history.replaceState(null, "", window.location.pathname + window.location.search + fragment);
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

/** The fragment as it stands now. */
export function useFragment(): string {
  return useSyncExternalStore(subscribe, () => window.location.hash);
}

/** Writes an address in the place of the present one, without going anywhere: what it says is shown already. */
export function noteAddress(address: Address): void {
  const fragment = printAddress(address);
  if (window.location.hash === fragment) return;
  window.history.replaceState(null, "", window.location.pathname + window.location.search + fragment);
}
