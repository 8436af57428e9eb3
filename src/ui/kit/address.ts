/** Addresses live in the fragment, so that the page works as plain files: `#/` is the start page, `#/d/ID` a document. */
import { useSyncExternalStore } from "react";

export type Address = { readonly page: "start" } | { readonly page: "document"; readonly id: string };

const documentFragment = /^#\/d\/([^/?#]+)$/;

/** Where a fragment leads; null for one that leads nowhere in particular, as in a new tab. */
export function readFragment(hash: string): Address | null {
  const id = documentFragment.exec(hash)?.[1];
  if (id !== undefined) return { page: "document", id: decodeURIComponent(id) };
  return hash === "#/" ? { page: "start" } : null;
}

export function printAddress(address: Address): string {
  return address.page === "start" ? "#/" : `#/d/${encodeURIComponent(address.id)}`;
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
