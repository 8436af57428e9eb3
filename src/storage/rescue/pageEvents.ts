/** The part of a window that tells when it is left, hidden and shown. */
export interface PageLike {
  addEventListener(type: string, listener: () => void): void;
  removeEventListener(type: string, listener: () => void): void;
  readonly document?: { readonly visibilityState: string };
}

/** Calls when the page is left or hidden, and when it is seen again or back online. Returns how to end that. */
export function onPageEvents(page: PageLike | undefined, onHide: () => void, onShow: () => void): () => void {
  if (page === undefined) return () => undefined;
  const onVisibility = () => (page.document?.visibilityState === "hidden" ? onHide() : onShow());
  const listeners: readonly (readonly [string, () => void])[] = [
    ["pagehide", onHide],
    ["freeze", onHide],
    ["visibilitychange", onVisibility],
    ["pageshow", onShow],
    ["online", onShow],
  ];
  for (const [type, listener] of listeners) page.addEventListener(type, listener);
  return () => {
    for (const [type, listener] of listeners) page.removeEventListener(type, listener);
  };
}
