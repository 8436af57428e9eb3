/**
 * Addresses live in the fragment, so that the page works as plain files: `#/` is the start page, `#/d/ID` a document, `#/d/ID/s/NAME` a
 * step of it.
 */
import { useSyncExternalStore } from "react";

export type Address =
  | { readonly page: "start" }
  | { readonly page: "document"; readonly id: string; readonly step?: string };

const documentFragment = /^#\/d\/([^/?#]+)(?:\/s\/([^/?#]+))?$/;

/** Where a fragment leads; null for one that leads nowhere in particular, as in a new tab. */
export function readFragment(hash: string): Address | null {
  const [, id, step] = documentFragment.exec(hash) ?? [];
  if (id !== undefined) {
    const document = { page: "document", id: decoded(id) } as const;
    return step === undefined ? document : { ...document, step: decoded(step) };
  }
  return hash === "#/" ? { page: "start" } : null;
}

export function printAddress(address: Address): string {
  if (address.page === "start") return "#/";
  const step = address.step === undefined ? "" : `/s/${encodeURIComponent(address.step)}`;
  return `#/d/${encodeURIComponent(address.id)}${step}`;
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
