/** public/templates has a picture of each template, light and dark. `UPDATE_DOCS=1 npx vitest run templatePicturesPage` draws them anew. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openTemplate, templates } from "../editor/session/templates";
import { coloursOf } from "../export/canvas/colours";
import { drawingOf } from "../export/canvas/scene";
import { svgOf } from "../export/canvas/svgOf";
import { loadAllModels } from "../pipeline/schema/load";
import { tidied } from "./tidied";

const folder = join("public", "templates");
/** A card of the start page is small: the steps stand in rows rather than far away. */
const room = { width: 720, height: 320 };
const looks = ["light", "dark"] as const;

it.each(templates)("the pictures of $id show it as the canvas does", async (template) => {
  const document = (await openTemplate(template))(template.id);
  const source = await tidied({ ...document, models: await loadAllModels() }, room);
  for (const look of looks) {
    const drawn = svgOf(drawingOf(source, source.models), template.title, { ...coloursOf(look), ground: null });
    const file = join(folder, `${template.id}-${look}.svg`);
    if (process.env.UPDATE_DOCS === "1") writeFileSync(file, drawn);
    const isSame = readFileSync(file, "utf8") === drawn;
    expect(isSame, "UPDATE_DOCS=1 npx vitest run templatePicturesPage draws it anew").toBe(true);
  }
});

it("there is no picture of what is no template", () => {
  const wanted = templates.flatMap(({ id }) => looks.map((look) => `${id}-${look}.svg`));
  expect(readdirSync(folder).sort()).toEqual(wanted.sort());
});
