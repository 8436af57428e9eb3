/**
 * Addresses live in the fragment, so that the page works as plain files: `#/` is the start page, `#/d/ID` a document, `#/d/ID/s/NAME` a
 * step of it, `#/d/ID/x/EXECUTION` an execution on its canvas, `#/f/PATH` a file of the folder that is open.
 */
import { useSyncExternalStore } from "react";

/** What of a document is shown. */
interface Within {
  readonly execution?: string;
  readonly step?: string;
}

export type Address =
  | { readonly page: "start" }
  | ({ readonly page: "document"; readonly id: string } & Within)
  | ({ readonly page: "file"; readonly path: string } & Within);

export type DocumentAddress = Exclude<Address, { readonly page: "start" }>;

const documentFragment = /^#\/d\/([^/?#]+)(?:\/x\/([^/?#]+))?(?:\/s\/([^/?#]+))?$/;
/** A path ends with `.json`, so that a folder called `s` or `x` is no step and no execution. */
const fileFragment = /^#\/f\/([^?#]+?\.json)(?:\/x\/([^/?#]+))?(?:\/s\/([^/?#]+))?$/i;

/** Where a fragment leads; null for one that leads nowhere in particular, as in a new tab. */
export function readFragment(hash: string): Address | null {
  const [, id, ...ofDocument] = documentFragment.exec(hash) ?? [];
  if (id !== undefined) return { page: "document", id: decoded(id), ...within(ofDocument) };
  const [, path, ...ofFile] = fileFragment.exec(hash) ?? [];
  if (path !== undefined) return { page: "file", path: path.split("/").map(decoded).join("/"), ...within(ofFile) };
  return hash === "#/" ? { page: "start" } : null;
}

function within([execution, step]: readonly (string | undefined)[]): Within {
  return {
    ...(execution === undefined ? {} : { execution: decoded(execution) }),
    ...(step === undefined ? {} : { step: decoded(step) }),
  };
}

export function printAddress(address: Address): string {
  if (address.page === "start") return "#/";
  const part = (letter: string, name: string | undefined) =>
    name === undefined ? "" : `/${letter}/${encodeURIComponent(name)}`;
  const shown = part("x", address.execution) + part("s", address.step);
  if (address.page === "document") return `#/d/${encodeURIComponent(address.id)}${shown}`;
  return `#/f/${address.path.split("/").map(encodeURIComponent).join("/")}${shown}`;
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

/**
 * Writes an address in the place of the present one, without going anywhere: what it says is shown already. `leavesWayBack`: as a place
 * of its own, from which one can go back to the present one.
 */
export function noteAddress(address: Address, how: { readonly leavesWayBack?: boolean } = {}): void {
  const fragment = printAddress(address);
  if (window.location.hash === fragment) return;
  const whole = window.location.pathname + window.location.search + fragment;
  if (how.leavesWayBack === true) window.history.pushState(null, "", whole);
  else window.history.replaceState(null, "", whole);
}
