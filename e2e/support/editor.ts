import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import { dropBySigns, isFirefox, textOfFile } from "./firefox";
import { drag, middleOf, moveTo, type Point, press } from "./mouse";

/** The regions of the editor, by the names that people and screen readers hear. */
export type Region =
  | "Palette"
  | "Outline"
  | "Canvas"
  | "Inspector"
  | "Problems"
  | "Definition"
  | "Simulation"
  | "Executions";

const selectAll = process.platform === "darwin" ? "Meta" : "Control";

/**
 * The editor as a person meets it. Everything is found by its accessible name,
 * never by a class or a test id: what this cannot find, a screen reader cannot find either.
 */
export class Editor {
  constructor(readonly page: Page) {}

  region(name: Region): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  get canvas(): Locator {
    return this.region("Canvas");
  }

  // Top bar

  button(name: "Undo" | "Redo" | "Tidy" | "Open" | "Export" | "Deploy" | "Run"): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  async undo(): Promise<void> {
    await this.button("Undo").click();
  }

  async redo(): Promise<void> {
    await this.button("Redo").click();
  }

  /** Tidies, and waits until it is said to be done: the layout is computed in a worker. */
  async tidy(): Promise<void> {
    await this.button("Tidy").click();
    await expect(this.page.getByText(/^\d+ steps? tidied\.$/)).toBeAttached();
    await this.still();
  }

  /** Waits until cards that glide to their places, and the view that follows them, have come to rest. */
  async still(): Promise<void> {
    // From afar next to no step is an element: the layer that holds them moves too.
    const where = () =>
      this.canvas
        .locator("[aria-roledescription=step], .react-flow__viewport")
        .evaluateAll((seen) =>
          JSON.stringify(seen.map((each) => [each.getBoundingClientRect(), getComputedStyle(each).transform])),
        );
    await expect
      .poll(async () => {
        const before = await where();
        await this.frames(4);
        return (await where()) === before;
      })
      .toBe(true);
  }

  private async frames(count: number): Promise<void> {
    await this.page.evaluate(async (count) => {
      for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
    }, count);
  }

  // Palette

  /** "Lambda", "Training": the type's label. */
  paletteEntry(label: string): Locator {
    return this.region("Palette").getByRole("button", { name: label, exact: true });
  }

  /** A blank pipeline with one step, as it lies in storage. */
  async beginWithLambda(): Promise<void> {
    await this.page.getByRole("button", { name: "Blank pipeline" }).click();
    await this.addByClick("Lambda");
    await expect(this.page.getByText("Saved", { exact: true })).toBeVisible();
  }

  /** A click places the step where it finds room. */
  async addByClick(label: string): Promise<void> {
    await this.paletteEntry(label).click();
  }

  /** Drags a palette entry to a point of the canvas, given from its top left corner. */
  async addByDrag(label: string, at: Point): Promise<void> {
    const canvas = await this.canvas.boundingBox();
    if (canvas === null) throw new Error("the canvas is not on the screen");
    await this.paletteEntry(label).scrollIntoViewIfNeeded();
    const to = { x: canvas.x + at.x, y: canvas.y + at.y };
    if (isFirefox(this.page)) await dropBySigns(this.paletteEntry(label), this.canvas, to);
    else await drag(this.page, await middleOf(this.paletteEntry(label)), to);
  }

  // Steps, ports and edges on the canvas

  step(name: string): Locator {
    return this.canvas.getByRole("group", { name, exact: true });
  }

  /** An output port: `output` is the full path, `train_path` or `ModelArtifacts.S3ModelArtifacts`. */
  output(output: string, step: string): Locator {
    return this.canvas.getByLabel(`Output ${output} of ${step}`, { exact: true });
  }

  /** A field's port: `field` is the path, `Arguments.PrimaryContainer.ModelDataUrl`. */
  field(field: string, step: string): Locator {
    return this.canvas.getByLabel(`Field ${field} of ${step}`, { exact: true });
  }

  /** An edge: "Preprocess train_path to Train S3Uri". */
  edge(name: string): Locator {
    return this.canvas.getByRole("group", { name, exact: true });
  }

  /** Every edge between two steps, whatever it carries. */
  edgesBetween(from: string, to: string): Locator {
    return this.canvas.getByRole("group", { name: new RegExp(`^${escaped(from)} .*\\bto ${escaped(to)}\\b`) });
  }

  /** Finds a step by its name and goes to it: from afar only the steps that one has to do with are elements of the page. */
  async find(name: string): Promise<void> {
    await this.page.keyboard.press(`${selectAll}+F`);
    await this.page.getByRole("combobox", { name: "Find a step" }).fill(name);
    const found = this.page.getByRole("option", { name: new RegExp(`^${escaped(name)}\\b`) });
    await found.first().waitFor();
    await this.page.keyboard.press("Enter");
    await expect(this.region("Inspector").getByLabel("Name", { exact: true })).toHaveValue(name);
  }

  /** Where a step stands with the whole pipeline in view; it is selected. */
  async placeFromAfar(name: string): Promise<Point> {
    await this.find(name);
    await this.page.getByRole("button", { name: "Fit", exact: true }).click();
    await expect.poll(async () => (await this.step(name).boundingBox())?.width).toBeLessThan(150);
    return middleOf(this.step(name));
  }

  async selectStep(name: string): Promise<void> {
    await this.step(name).click({ position: { x: 60, y: 12 } });
  }

  /** Drags a step by its head. */
  async moveStep(name: string, by: Point): Promise<void> {
    const box = await this.step(name).boundingBox();
    if (box === null) throw new Error(`${name} is not in view`);
    const head = { x: box.x + 60, y: box.y + 14 };
    await drag(this.page, head, { x: head.x + by.x, y: head.y + by.y });
  }

  // Wiring by mouse: each takes locators of ports, steps or the canvas

  /** Drags from one port to another, either way round. */
  async wire(from: Locator, to: Locator): Promise<void> {
    await this.pull(from, await middleOf(to));
  }

  /** Drags from a port to a point of the window and lets go there. */
  async pull(from: Locator, to: Point): Promise<void> {
    await drag(this.page, await middleOf(from), to);
  }

  /** Drags from a port onto a step's body: the field picker opens. */
  async dropOnStep(from: Locator, step: string): Promise<void> {
    const box = await this.step(step).boundingBox();
    if (box === null) throw new Error(`${step} is not in view`);
    await this.pull(from, { x: box.x + box.width / 2, y: box.y + 14 });
  }

  /** Holds a wire over a point without letting go, to look at what lights up; `release` ends it. */
  async holdWire(from: Locator, over: Locator): Promise<{ release: () => Promise<void>; cancel: () => Promise<void> }> {
    const start = await middleOf(from);
    await press(this.page, start);
    await moveTo(this.page, start, await middleOf(over));
    return {
      release: () => this.page.mouse.up(),
      cancel: async () => {
        await this.page.keyboard.press("Escape");
        await this.page.mouse.up();
      },
    };
  }

  // Inspector

  /** A control of the inspector by its label; where labels repeat, by the path that describes it. */
  control(label: string, path?: string): Locator {
    const controls = this.region("Inspector").getByLabel(label, { exact: true });
    return path === undefined ? controls : controls.and(this.describedBy(path));
  }

  /** Types a literal into a field and leaves it, which makes it one undoable change. */
  async setField(label: string, value: string, path?: string): Promise<void> {
    const control = this.control(label, path);
    await control.click();
    await this.page.keyboard.press(`${selectAll}+A`);
    await this.page.keyboard.type(value);
    await control.press("Enter");
  }

  /** Renames the selected step in the inspector. */
  async renameStep(from: string, to: string): Promise<void> {
    await this.selectStep(from);
    await this.setField("Name", to);
    await expect(this.step(to)).toBeVisible();
  }

  /** Adds a key to a map of the selected step, and types its value when there is one. */
  async addMapEntry(
    noun: "argument" | "hyperparameter" | "environment variable",
    name: string,
    value?: string,
  ): Promise<void> {
    const inspector = this.region("Inspector");
    await inspector.getByRole("button", { name: `Add ${noun}` }).click();
    const key = inspector.getByLabel(`Name of the new ${noun}`);
    await key.fill(name);
    await key.press("Enter");
    if (value !== undefined) await this.setField(name, value);
  }

  /** Declares an output of the selected Lambda or Callback step. */
  async declareOutput(name: string, type: string): Promise<void> {
    const inspector = this.region("Inspector");
    await inspector.getByRole("tab", { name: "Outputs" }).click();
    await inspector.getByLabel("Output name", { exact: true }).fill(name);
    if (type !== "String") {
      await inspector.getByRole("button", { name: /^Output type/ }).click();
      await this.page.getByRole("option", { name: type, exact: true }).click();
    }
    await inspector.getByRole("button", { name: "Add output" }).click();
    await expect(inspector.getByLabel(`Name of ${name}`, { exact: true })).toBeVisible();
  }

  // Parameters

  /** Declares a pipeline parameter in the left panel. */
  async addParameter({
    name,
    type,
    defaultValue,
  }: {
    name: string;
    type: string;
    defaultValue?: string;
  }): Promise<void> {
    const parameters = this.page.getByRole("group", { name: "Parameters", exact: true });
    await parameters.getByRole("button", { name: "Add a parameter" }).click();
    await parameters.getByLabel("Name", { exact: true }).fill(name);
    if (type !== "String") {
      await parameters.getByRole("button", { name: /^Type/ }).click();
      await this.page.getByRole("option", { name: type, exact: true }).click();
    }
    if (defaultValue !== undefined) await parameters.getByLabel("Default", { exact: true }).fill(defaultValue);
    await parameters.getByRole("button", { name: "Add", exact: true }).click();
    await expect(this.parameter(name)).toBeVisible();
  }

  parameter(name: string): Locator {
    return this.page.getByRole("button", { name: new RegExp(`^Parameter ${escaped(name)}, `) });
  }

  /** Drags a parameter from the left panel onto a port. */
  async dropParameter(name: string, onto: Locator): Promise<void> {
    const to = await middleOf(onto);
    if (isFirefox(this.page)) await dropBySigns(this.parameter(name), onto, to);
    else await drag(this.page, await middleOf(this.parameter(name)), to);
  }

  // Deploy and run

  /** Deploys to the chosen target: opens the plan and confirms it. */
  async deploy(): Promise<void> {
    await this.button("Deploy").click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Confirm deploy" }).click();
    await expect(dialog).toBeHidden();
  }

  /** Starts an execution with the values that the form offers. */
  async run(): Promise<void> {
    await this.button("Run").click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Start", exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  private describedBy(path: string): Locator {
    return this.page.locator(`xpath=//*[@aria-describedby][contains(string(id(@aria-describedby)), ${quoted(path)})]`);
  }

  // Documents

  /** Opens a file by the file chooser behind "Open". */
  async open(file: string | { name: string; text: string }): Promise<void> {
    const chosen = this.page.waitForEvent("filechooser");
    await this.button("Open").click();
    const chooser = await chosen;
    await chooser.setFiles(
      typeof file === "string"
        ? file
        : { name: file.name, mimeType: "application/json", buffer: Buffer.from(file.text, "utf8") },
    );
  }

  /** The text of the file that Export downloads. */
  async exportJson(): Promise<string> {
    await this.button("Export").click();
    const choose = () => this.page.getByRole("menuitem", { name: "Download JSON file", exact: true }).click();
    if (isFirefox(this.page)) return textOfFile(this.page, choose);
    const downloaded = this.page.waitForEvent("download");
    await choose();
    const download = await downloaded;
    return readFile(await download.path(), "utf8");
  }

  /** The names of the steps in view. */
  async stepNames(): Promise<string[]> {
    const ports = this.canvas.getByRole("group");
    return ports.evaluateAll((groups) => groups.map((group) => group.getAttribute("aria-label") ?? ""));
  }

  // Panels

  async openPanel(name: "Problems" | "Definition" | "Simulation" | "Executions"): Promise<Locator> {
    const region = this.region(name);
    if (!(await region.isVisible())) await this.page.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
    await expect(region).toBeVisible();
    return region;
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function quoted(text: string): string {
  return text.includes("'") ? `"${text}"` : `'${text}'`;
}
