/**
 * WCAG 2.2 AA of the screens that a person meets, light and dark, sizes of targets included: every screen by `npm run test:full`, one
 * with `npm test`. With STEPWIRE_PICTURES=FOLDER each screen is kept as a picture too.
 */
import { join } from "node:path";
import axe, { type AxeResults } from "axe-core";
import { isFull, noteFaults } from "../src/testing/fullTier";
import { walks } from "./support/screens";
import { expect, test } from "./support/test";

const pictures = process.env.STEPWIRE_PICTURES;
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

for (const [name, walk] of Object.entries(walks).slice(0, isFull ? undefined : 1)) {
  test(`nothing breaks WCAG 2.2 AA: ${name}`, async ({ page, editor, complaints }) => {
    test.slow();
    // The local region has no executions of a pipeline that it does not have, and no schedules.
    complaints.expect(/404 \(Not Found\).*listExecutions/);
    complaints.expect(/501 \(Not Implemented\).*listSchedules/);
    const broken: string[] = [];
    let looks = 0;
    const look = async (screen: string) => {
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await expect(page.locator("body.awsui-dark-mode")).toHaveCount(colorScheme === "dark" ? 1 : 0);
        looks++;
        // What still changes its colour is neither of the two.
        await page.evaluate(() =>
          Promise.allSettled(
            document
              .getAnimations()
              .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
              .map(({ finished }) => finished),
          ),
        );
        if (pictures !== undefined)
          await page.screenshot({
            timeout: 0,
            path: join(pictures, `${screen.replaceAll(/\W+/g, "-")}-${colorScheme}.png`),
          });
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate<AxeResults, readonly string[]>(
          (values) =>
            (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
              runOnly: { type: "tag", values: [...values] },
              resultTypes: ["violations"],
            }),
          tags,
        );
        for (const { id, nodes } of violations)
          broken.push(
            ...nodes.map(
              ({ target, any, all, none }) =>
                `${screen}, ${colorScheme}: ${id} at ${target}: ${[...any, ...all, ...none].map(({ message }) => message)}`,
            ),
          );
      }
      await page.emulateMedia({ colorScheme: "light" });
    };
    await walk({ page, editor, look });
    noteFaults(`screens against WCAG 2.2 AA, ${name}`, broken.length, looks);
    expect(broken).toEqual([]);
  });
}
