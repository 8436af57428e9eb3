import { describe, expect, it } from "vitest";
import { callbackWebhooks } from "./callbackWebhooks";

describe("where the messages of callbacks are posted", () => {
  it("is one address for all steps, and others for some", () => {
    expect(callbackWebhooks([])).toBeNull();
    expect(callbackWebhooks(["http://127.0.0.1:8000/a", "Review=http://localhost:8001/b?c=d"])).toEqual({
      others: "http://127.0.0.1:8000/a",
      byStep: new Map([["Review", "http://localhost:8001/b?c=d"]]),
    });
    expect(callbackWebhooks(["http://[::1]:8000/?a=b"])?.others).toBe("http://[::1]:8000/?a=b");
  });

  it.each([
    "http://192.168.0.9/a",
    "http://127.0.0.1.example.com/",
    "Review=http://example.com/",
    "http://a@127.0.0.1/",
  ])("is no place elsewhere, and that is said with its reason: %s", (written) => {
    expect(() => callbackWebhooks([written])).toThrow(
      /of this computer alone .* the token with which anybody can answer/,
    );
  });

  it.each(["https://127.0.0.1/", "127.0.0.1:8000", "file:///etc/passwd", ""])("is an address: %s", (written) => {
    expect(() => callbackWebhooks([written])).toThrow(/takes an address such as http:\/\/127\.0\.0\.1:8000\/approve/);
  });
});
