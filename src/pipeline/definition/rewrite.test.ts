import { describe, expect, it } from "vitest";
import { arbitraryEdit, arbitraryObject } from "../../testing/arbitraryValue";
import fc from "../../testing/properties";
import { parseValue } from "./parse";
import { rewrite } from "./rewrite";
import { serialise } from "./serialise";
import { getIn, isList, type ObjectValue, removeIn, sameValue, setIn, type Value } from "./value";

const read = (text: string): Value => {
  const parsed = parseValue(text);
  if (!parsed.ok) throw new Error(parsed.refusal.message);
  return parsed.value;
};
/** The text after a value was set at a path of it. */
const set = (text: string, path: (string | number)[], value: Value) => rewrite(text, setIn(read(text), path, value));

const tidy = `{
    "Version": "2020-12-01",
    "Rate": 2.0,

    "Steps": [
        {"Name": "A", "Type": "Fail", "Arguments": {"ErrorMessage": "caf\\u00e9"}},
        {
            "Name": "B",
            "Type": "Fail"
        }
    ]
}
`;

describe("a definition written back into its file", () => {
  it("leaves every character that no edit touched", () => {
    expect(set(tidy, ["Steps", 0, "Type"], "Model")).toBe(tidy.replace('"A", "Type": "Fail"', '"A", "Type": "Model"'));
    expect(set(tidy, ["Rate"], read("3.0"))).toBe(tidy.replace("2.0", "3.0"));
  });

  it("writes what is new as its neighbours are written: within a line, or on lines with their indent", () => {
    expect(set(tidy, ["Steps", 0, "DependsOn"], ["B"])).toContain('"caf\\u00e9"}, "DependsOn": ["B"]},\n');
    expect(set(tidy, ["Steps", 1, "Arguments"], { ErrorMessage: "x" })).toContain(
      '            "Type": "Fail",\n            "Arguments": {\n                "ErrorMessage": "x"\n            }\n        }\n',
    );
    const steps = getIn(read(tidy), ["Steps"]);
    const more = [...(isList(steps) ? steps : []), { Name: "C" }];
    expect(set(tidy, ["Steps"], more)).toContain(
      '        },\n        {\n            "Name": "C"\n        }\n    ]\n}\n',
    );
  });

  it("takes out a step with its own lines alone", () => {
    expect(rewrite(tidy, removeIn(read(tidy), ["Steps", 0]))).toBe(tidy.replace(/ {8}\{"Name": "A".*\n/, ""));
    expect(rewrite(tidy, removeIn(read(tidy), ["Steps", 1]))).toBe(tidy.replace(/,\n {8}\{\n[^}]*\}/, ""));
  });

  it.each([
    ["tabs", '{\n\t"a": 1\n}', '{\n\t"a": 1,\n\t"b": {\n\t\t"c": 1\n\t}\n}'],
    ["CRLF and no line at the end", '{\r\n  "a": 1\r\n}', '{\r\n  "a": 1,\r\n  "b": {\r\n    "c": 1\r\n  }\r\n}'],
    ["one line", '{"a":1,"z":2}', '{"a":1,"z":2,"b":{"c":1}}'],
    ["one line as Python prints it", '{"a": 1, "z": 2}\n', '{"a": 1, "z": 2, "b": {"c": 1}}\n'],
    ["a byte order mark", '\uFEFF{\n  "a": 1\n}\n', '\uFEFF{\n  "a": 1,\n  "b": {\n    "c": 1\n  }\n}\n'],
  ])("keeps %s", (_what, text, expected) => {
    expect(set(text, ["b"], { c: 1 })).toBe(expected);
  });

  it("reads back as what was written, whatever was edited, in whatever style", () => {
    const styles = [0, 1, 2, 4].map((indent) => (value: ObjectValue) => serialise(value, indent));
    const spaced = (value: ObjectValue) => `\n ${serialise(value, 3).replaceAll("\n", "\r\n ")}\r\n`;
    fc.assert(
      fc.property(
        arbitraryObject,
        fc.array(arbitraryEdit, { maxLength: 4 }),
        fc.constantFrom(...styles, spaced),
        (value, edits, print) => {
          const text = print(value);
          const edited = edits.reduce((object, edit) => edit(object), value);
          const written = rewrite(text, edited);
          expect(sameValue(read(written), edited)).toBe(true);
          if (sameValue(value, edited)) expect(written).toBe(text);
        },
      ),
      { numRuns: 500 },
    );
  });
});
