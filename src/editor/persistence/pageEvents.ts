import type { PageLike } from "./environment";

/** Calls when the page is left or hidden, and when it is seen again or back online. Returns how to end that. */
export function onPageEvents(page: PageLike | undefined, left: () => void, back: () => void): () => void {
  if (page === undefined) return () => undefined;
  const turned = () => (page.document?.visibilityState === "hidden" ? left() : back());
  const listeners: readonly (readonly [string, () => void])[] = [
    ["pagehide", left],
    ["freeze", left],
    ["visibilitychange", turned],
    ["pageshow", back],
    ["online", back],
  ];
  for (const [type, listener] of listeners) page.addEventListener(type, listener);
  return () => {
    for (const [type, listener] of listeners) page.removeEventListener(type, listener);
  };
}
