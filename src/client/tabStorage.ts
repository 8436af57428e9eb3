export type TabStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** What a tab remembers across its reloads; where the browser denies it, for as long as the page lives. */
export function tabStorage(of: { readonly sessionStorage: TabStorage }): TabStorage {
  try {
    const { sessionStorage } = of;
    sessionStorage.getItem("");
    return sessionStorage;
  } catch {
    const kept = new Map<string, string>();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    };
  }
}
