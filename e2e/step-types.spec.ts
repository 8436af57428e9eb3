import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { Editor } from "./support/editor";
import { type StepCase, stepCases } from "./support/stepCases";
import { expect, test } from "./support/test";

const functionArn = "arn:aws:lambda:eu-west-1:111122223333:function:any";

/** A Lambda that gives a value, and one that takes it. */
const surroundings = {
  Version: "2020-12-01",
  Metadata: {},
  Parameters: [],
  Steps: [
    {
      Name: "Give",
      Type: "Lambda",
      Arguments: {},
      FunctionArn: functionArn,
      OutputParameters: [{ OutputName: "made", OutputType: "String" }],
    },
    { Name: "Take", Type: "Lambda", Arguments: {}, FunctionArn: functionArn, OutputParameters: [] },
  ],
};

interface Exported {
  readonly Steps: readonly { readonly Name: string; readonly Arguments: unknown }[];
}

/** The steps as they must be, each with what the Lambda behind it is given. */
const expected: Readonly<Record<string, { readonly step: unknown; readonly taken: unknown }>> = JSON.parse(
  readFileSync(new URL("./expected/step-types.json", import.meta.url), "utf8"),
);

async function openWith(editor: Editor, type: string): Promise<void> {
  await editor.open({ name: `with-${type.toLowerCase()}.json`, text: JSON.stringify(surroundings) });
  await expect(editor.step(type)).toHaveCount(0);
  await expect(editor.step("Take")).toBeVisible();
  await editor.addByClick(type);
  await expect(editor.step(type)).toBeVisible();
}

async function fill(editor: Editor, page: Page, { fill, declares, choose, build }: StepCase): Promise<void> {
  for (const [label, text, path] of fill) await editor.setField(label, text, path);
  if (declares !== undefined) await editor.declareOutput(declares, "String");
  if (choose !== undefined) {
    const [label, option] = choose;
    await editor.region("Inspector").getByLabel(label, { exact: true }).click();
    await page.getByRole("option", { name: option, exact: true }).click();
  }
  await build?.(editor, page);
}

/** Lets a field read the value of the Lambda before it: dropped on the step, the field chosen. */
async function wireInput(editor: Editor, page: Page, { type, input, fillAfter = [] }: StepCase): Promise<void> {
  await editor.dropOnStep(editor.output("made", "Give"), type);
  const picker = page.getByRole("dialog", { name: `Field of ${type}` });
  await picker.getByRole("option").filter({ hasText: input }).first().click();
  await expect(editor.edgesBetween("Give", type)).toHaveCount(1);
  for (const [label, text] of fillAfter) await editor.setField(label, text);
}

async function wireOutput(editor: Editor, page: Page, { type, output, byReference }: StepCase): Promise<void> {
  if (output === null) return;
  if (byReference === undefined) {
    await editor.dropOnStep(editor.output(output, type), "Take");
    await expect(page.getByRole("dialog", { name: "Field of Take" })).toBeVisible();
    await page.keyboard.press("Enter");
  } else {
    await editor.selectStep("Take");
    await editor.addMapEntry("argument", byReference);
    await editor
      .region("Inspector")
      .getByRole("button", { name: `Reference for ${byReference}`, exact: true })
      .click();
    await page.keyboard.type(output);
    await page.keyboard.press("Enter");
  }
  await expect(editor.edgesBetween(type, "Take")).toHaveCount(1);
}

test("every step type of the palette is tried", async ({ editor, page }) => {
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  const tried = stepCases.flat().map(({ type }) => type);
  expect(tried).toHaveLength(28);
  for (const type of tried) await expect(editor.paletteEntry(type), type).toHaveCount(1);
});

for (const cases of stepCases) {
  test(`${cases.map(({ type }) => type).join(", ")}: added, filled in and wired`, async ({ editor, page }) => {
    test.setTimeout(180_000);
    for (const one of cases) {
      await test.step(one.type, async () => {
        await openWith(editor, one.type);
        await fill(editor, page, one);
        await wireInput(editor, page, one);
        await wireOutput(editor, page, one);
        const { Steps } = JSON.parse(await editor.exportJson()) as Exported;
        const step = Steps.find(({ Name }) => Name === one.type);
        const taken = Steps.find(({ Name }) => Name === "Take")?.Arguments;
        expect({ step, taken }).toEqual(expected[one.type]);
      });
    }
  });
}
