import { describe, expect, it } from "vitest";
import { createKeyedStore } from "./keyedStore";

const table = (values: Record<string, { words: string }>) => new Map(Object.entries(values));

function shown(values: Record<string, { words: string }>) {
  const store = createKeyedStore<{ words: string }>();
  store.replace(table(values));
  const heard: string[] = [];
  const listen = (key: string) => store.subscribe(key, () => heard.push(key));
  return { store, heard, listen };
}

describe("values by key", () => {
  it("tells those who listen to a key that came, changed or went, and nobody else", () => {
    const { store, heard, listen } = shown({
      changes: { words: "old" },
      goes: { words: "here" },
      stays: { words: "as ever" },
    });
    for (const key of ["comes", "changes", "goes", "stays"]) listen(key);
    store.replace(table({ comes: { words: "new" }, changes: { words: "other" }, stays: { words: "as ever" } }));
    expect(heard).toEqual(["comes", "changes", "goes"]);
    expect(store.get("goes")).toBeUndefined();
    expect(store.get("comes")).toEqual({ words: "new" });
  });

  it("keeps the object of a value that equals the one before", () => {
    const { store } = shown({ stays: { words: "as ever" } });
    const before = store.get("stays");
    store.replace(table({ stays: { words: "as ever" } }));
    expect(store.get("stays")).toBe(before);
  });

  it("tells nobody who has stopped listening", () => {
    const { store, heard, listen } = shown({ step: { words: "old" } });
    const stop = listen("step");
    listen("step");
    stop();
    store.replace(table({ step: { words: "new" } }));
    expect(heard).toEqual(["step"]);
  });
});
