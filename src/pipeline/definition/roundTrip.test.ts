import { describe, expect, it } from "vitest";
import { corpus } from "../../testing/fixtures";
import { tokens } from "../../testing/tokens";
import { parseValue } from "./parse";
import { serialise } from "./serialise";

function roundTrip(text: string, indent: number): string {
  const result = parseValue(text);
  if (!result.ok) throw new Error(result.refusal.message);
  return serialise(result.value, indent);
}

describe("what goes in comes out again", () => {
  const definitions = corpus();
  it.each(definitions.map(({ name, text }) => [name, text] as const))("%s", (_, text) => {
    expect(tokens(roundTrip(text, 2))).toEqual(tokens(text));
    expect(tokens(roundTrip(text, 0))).toEqual(tokens(text));
  });

  it.each([
    ['{"a":2.0,"b":1e5,"c":12345678901234567890,"d":-0,"e":0.1,"f":1E+2}'],
    ['{"10":1,"2":2,"a":null,"1":{}}'],
    ['{"a":[],"b":{},"c":"\\u2028\\n\\"\\\\","constructor":1,"toString":null}'],
    ['{"n":{"x":[1.50,{"3":[],"1":{}}]}}'],
  ])("%s", (text) => {
    expect(tokens(roundTrip(text, 0))).toEqual(tokens(text));
    expect(tokens(roundTrip(text, 2))).toEqual(tokens(text));
  });
});
