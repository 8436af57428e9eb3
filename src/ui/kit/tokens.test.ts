import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as tokens from "@cloudscape-design/design-tokens";
import { describe, expect, it } from "vitest";

const components = "node_modules/@cloudscape-design/components/internal/base-theme";

describe("Cloudscape's design tokens", () => {
  // Each property's name ends in a hash of its release: tokens of another one would fall back to the light mode's colours for ever.
  it("are those of the installed components", () => {
    const css = readdirSync(components)
      .filter((file) => file.endsWith(".css"))
      .map((file) => readFileSync(join(components, file), "utf8"))
      .join("\n");
    const properties = Object.values(tokens).map((token) => token.slice("var(".length, token.indexOf(",")));
    const strange = properties.filter((property) => !css.includes(`${property}:`));
    expect(properties.length).toBeGreaterThan(300);
    expect(strange).toEqual([]);
  });
});
