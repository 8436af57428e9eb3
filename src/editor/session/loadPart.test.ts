import { describe, expect, it, vi } from "vitest";
import { askAgain, loadPart, missingParts } from "./loadPart";

/** A part that the server does not give until it is back. */
function partOfAServer() {
  const server = { isBack: false };
  const load = vi.fn(async () => {
    if (!server.isBack) throw new Error("Failed to fetch dynamically imported module: /part.js");
    return "the part";
  });
  return { server, load };
}

describe("a part that comes late", () => {
  it.each([
    { wanted: true, said: 1 },
    { wanted: false, said: 0 },
  ])("is asked for until it is there; it is said to be missing where somebody waits for it: $wanted", async (given) => {
    const { server, load } = partOfAServer();
    const part = loadPart(load, { wanted: given.wanted });
    await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1));
    await Promise.resolve();
    expect(missingParts.getState().count).toBe(given.said);
    server.isBack = true;
    askAgain();
    expect(await part).toBe("the part");
    expect(missingParts.getState().count).toBe(0);
  });

  it("with a fault of its own is not asked for again", async () => {
    await expect(loadPart(() => Promise.reject(new Error("x is not defined")))).rejects.toThrow("x is not defined");
  });
});
