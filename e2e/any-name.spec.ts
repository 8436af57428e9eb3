import { expect, test } from "./support/test";

/** Valid names all, of which every JavaScript object has something by itself. */
const names = ["constructor", "toString", "valueOf", "hasOwnProperty", "isPrototypeOf", "__proto__"];
const keys = names.filter((name) => name !== "__proto__");

const definition = {
  Version: "2020-12-01",
  Parameters: names.map((Name) => ({ Name, Type: "String", DefaultValue: "text" })),
  Steps: names.map((Name, index) => ({
    Name,
    Type: "Lambda",
    FunctionArn: "arn:aws:lambda:us-east-1:111122223333:function:any",
    Arguments: Object.fromEntries(
      keys.map((key) => [
        key,
        index === 0 ? { Get: `Parameters.${key}` } : { Get: `Steps.${names[index - 1]}.OutputParameters['${key}']` },
      ]),
    ),
    OutputParameters: names.map((OutputName) => ({ OutputName, OutputType: "String" })),
  })),
};

test("steps, parameters, outputs and keys may be called what every JavaScript object has, on every screen", async ({
  page,
  editor,
}) => {
  await editor.open({ name: "names.json", text: JSON.stringify(definition) });
  const inspector = editor.region("Inspector");
  for (const name of names) await expect(editor.parameter(name)).toBeVisible();
  await page.getByRole("tab", { name: "Outline" }).click();
  await expect(page.getByRole("treeitem").first()).toBeVisible();
  for (const name of names) {
    await page.keyboard.press("Control+f");
    await page.getByRole("combobox", { name: "Find a step" }).fill(name);
    await page.keyboard.press("Enter");
    await expect(inspector.getByRole("heading", { level: 2 })).toHaveText(name);
    for (const key of keys) await expect(inspector.getByLabel(`Name of ${key}`, { exact: true })).toHaveValue(key);
    for (const tab of ["Outputs", "Retries & caching", "JSON", "Configure"]) {
      await inspector.getByRole("tab", { name: tab }).click();
      await expect(inspector.getByRole("tab", { name: tab })).toHaveAttribute("aria-selected", "true");
    }
  }
  await editor.setField("Name", "Other");
  await expect(inspector.getByRole("heading", { level: 2 })).toHaveText("Other");
  await editor.undo();
  await expect(inspector.getByRole("heading", { level: 2 })).toHaveText("__proto__");
  for (const panel of ["Problems", "Definition", "Simulation"] as const) await editor.openPanel(panel);
  await editor.tidy();
  expect(JSON.parse(await editor.exportJson())).toEqual(definition);
  await expect(page.getByText("because of a fault")).toHaveCount(0);
});
