import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { comesWith, readSource, readSourceFiles, sourceFolder } from "./testing/sourceFiles";

const product = readSourceFiles().filter((file) => !file.isTest && file.folder !== "testing");

/** What is only needed once someone opens, asks or has painted: each a chunk of its own. */
const laterFiles = [
  // Fields and documentation load for each step type: the page does not grow with the types.
  "pipeline/schema/generated/",
  "pipeline/problems/index.ts",
  "pipeline/problems/rules.ts",
  "client/readAnswer.ts",
  "contract/operations.ts",
  "handler/",
  "import/index.ts",
  "import/found.ts",
  "import/forms.ts",
  "import/otherThings.ts",
  "import/syntax/",
  "pipeline/steps/runs/index.ts",
  "pipeline/simulate/engine/run.ts",
  "ui/frame/inspector/InspectorContent.tsx",
  "ui/definition/",
  "ui/problems/",
  "pipeline/wiring/offers.ts",
  "ui/simulation/",
  "ui/runs/executions/ExecutionsPanel.tsx",
  "ui/runs/deploy/DeployDialog.tsx",
  "ui/page/start/",
  "ui/export/",
];
const laterPackages = [
  "@codemirror/",
  "@lezer/",
  "codemirror-lang-hcl",
  "elkjs",
  "fflate",
  "yaml",
  "zod",
  ...["autosuggest", "button-dropdown", "select", "multiselect", "table", "modal", "textarea", "toggle", "tabs"].map(
    (component) => `@cloudscape-design/components/${component}`,
  ),
];

describe("the first scripts of the page", () => {
  const first = comesWith("main.tsx", product);

  it("draw the canvas", () => {
    expect(first.files).toContain("ui/canvas/Canvas.tsx");
    expect(first.packages).toContain("reactflow");
  });

  it.each(laterFiles)("leave %s for later", (later) => {
    expect(first.files.filter((file) => file.startsWith(later))).toEqual([]);
  });

  it.each(laterPackages)("leave %s for later", (later) => {
    expect(first.packages.filter((name) => name.startsWith(later))).toEqual([]);
  });

  it("name only what there is", () => {
    const paths = product.map(({ path }) => path);
    const gone = laterFiles.filter((later) => !later.includes("generated") && !paths.some((p) => p.startsWith(later)));
    expect(gone).toEqual([]);
  });
});

describe("the start page", () => {
  it("brings no menu of Cloudscape's: who opens a pipeline at once would wait for it", () => {
    const start = comesWith("ui/page/start/StartPage.tsx", product);
    expect(start.packages).not.toContain("@cloudscape-design/components/button-dropdown");
    expect(start.files).toContain("ui/frame/ThemeMenu.tsx");
  });
});

describe("the fields and the documentation", () => {
  it("are fetched for each step type alone", () => {
    const path = "pipeline/schema/generated/index.ts";
    const list = readSource(path, readFileSync(join(sourceFolder, path), "utf8"));
    const fetched = list.imports.filter(({ typeOnly }) => !typeOnly);
    expect(fetched.length).toBeGreaterThan(20);
    expect(fetched.filter(({ later }) => !later)).toEqual([]);
  });
});

describe("what comes with a file", () => {
  it("is what it imports, and what that imports, but no types and nothing that is fetched later", () => {
    const files = [
      readSource(
        "ui/a.ts",
        'import "../editor/session/createEditor"; import type { B } from "../pipeline/history"; import "react";',
      ),
      readSource(
        "editor/session/createEditor.ts",
        'import "./selection"; const late = () => import("../pipeline/problems/index");',
      ),
    ];
    expect(comesWith("ui/a.ts", files)).toEqual({
      files: ["ui/a.ts", "editor/session/createEditor.ts", "editor/session/selection.ts"],
      packages: ["react"],
    });
  });
});
