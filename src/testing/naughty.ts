// biome-ignore-all lint/suspicious/noTemplateCurlyInString: holes of other languages' templates.
/** Texts that break out of their quotes wherever somebody forgot to escape, and definitions that are full of them. */
import fc from "./properties";
import { condition, forEach, pipeline, training } from "./steps";

export const naughtyTexts: readonly string[] = [
  "",
  " ",
  "end",
  "subgraph x",
  "a\"b'c`d",
  '"]; evil --> s1',
  "\\",
  "\\\\",
  '\\"',
  "trailing\\",
  "${AWS::Region} ${!Literal} ${aws_region} $${x} %{ if true } %%{x",
  "${",
  "$",
  "$$",
  "#{x} #34; &quot; &amp; &lt;",
  "{{ x }} {% y %} <% z %>",
  "</script><script>alert(1)</script>",
  "<!-- --> ]]> <b>bold</b>",
  "STEPWIRE\nEOT\nEOF\nDEFINITION\n",
  "PIPELINE",
  "|pipe| a | b",
  "```\n~~~",
  "\"\"\"\n'''",
  "%%{init: {}}%% %% c",
  "*/ // # --",
  "\u0000\u0007\u001b[31m",
  "\u2028\u2029\u0085\ufeff",
  "line\r\nbreak\ttab\rreturn",
  "\ud800 half",
  "👩‍👩‍👧 مرحبا 日本語 ‮rtl",
  "x".repeat(256),
  ": - ? ! & * # | > @ ` %",
  "- 1. list",
  "null",
  "true",
  "2.0",
  "javascript:alert(1)",
];

/** Any text that can be a key of a definition. */
export const anyText = fc.string({ unit: "binary" }).filter((text) => text !== "__proto__");

/** A definition with a text wherever a text can stand: names, keys, values, references. */
export function definitionFullOf(text: string) {
  const name = (more: string) => `${text}${more}`;
  const step = (more: string) => ({
    ...training(name(more), {
      HyperParameters: { [text]: text, "10": "b", "2": "a" },
      Environment: { [name("k")]: text },
    }),
    DisplayName: text,
    Description: text,
  });
  return pipeline(
    [
      step("a"),
      {
        Name: name("b"),
        Type: text,
        Arguments: { [text]: { Get: `Steps.${name("a")}.${text}` } },
        DependsOn: [name("a")],
      },
      condition(
        name("c"),
        [{ Type: "Equals", LeftValue: text, RightValue: { Get: `Steps.${name("a")}.X['${text}']` } }],
        [step("d")],
        [step("e")],
      ),
      forEach(name("f"), [step("g")], { IterableItems: [text] }),
      {
        Name: name("h"),
        Type: "Lambda",
        FunctionArn: text,
        Arguments: {
          [text]: text,
          n: 20,
          x: { "Std:Join": { On: text, Values: [text, { Get: `Parameters.${text}` }] } },
        },
        OutputParameters: [{ OutputName: text, OutputType: "String" }],
        DependsOn: [{ Step: name("f"), Trigger: text }],
      },
    ],
    [{ Name: text, Type: "String", DefaultValue: text, EnumValues: [text] }],
    { Metadata: { [text]: text } },
  );
}
