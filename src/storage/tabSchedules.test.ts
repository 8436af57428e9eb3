import { expect, it } from "vitest";
import { createDocument, type PipelineDocument } from "../pipeline/definition/document";
import { FakeBrowser, type FakeTab } from "../testing/fakeBrowser";
import { noteFaults, tries } from "../testing/fullTier";
import fc from "../testing/properties";
import { until } from "../testing/settled";
import type { DocumentStorage } from "./documentStorage";

const blank = createDocument("d", "Churn");
const edited = (mark: number): PipelineDocument => ({ ...blank, definition: { Version: "2020-12-01", mark } });
const markOf = ({ definition }: PipelineDocument) => Number(JSON.stringify(definition).match(/"mark":(\d+)/)?.[1] ?? 0);

interface Open {
  readonly tab: FakeTab;
  readonly storage: DocumentStorage;
}

/** What one tab does: types and waits until it is saved, types and goes on, takes over, dies, or another one opens. */
const deed = fc.record({
  tab: fc.nat(4),
  kind: fc.constantFrom("save", "save", "type", "type", "take over", "die", "open"),
});

it(
  "tabs that write, follow, take over, die and open lose nothing that was saved, and agree in the end",
  async () => {
    const numRuns = tries(25, 1_000);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 5 }),
        fc.array(deed, { minLength: 4, maxLength: 14 }),
        async (count, deeds) => {
          const browser = new FakeBrowser();
          const open: Open[] = [];
          const openOne = async () => {
            const tab = await browser.open();
            if (open.length === 0) await tab.library.create(blank);
            open.push({ tab, storage: await tab.library.openDocument("d") });
          };
          for (let n = 0; n < count; n++) await openOne();
          let mark = 0;
          let saved = 0;
          for (const { tab: which, kind } of deeds) {
            const at = which % open.length;
            const { tab, storage } = open[at] as Open;
            if (kind === "open" && open.length < 5) await openOne();
            else if (kind === "take over" && storage.role === "reader") {
              await storage.takeOver();
              expect(storage.role).toBe("writer");
            } else if (kind === "die" && open.length > 1) {
              browser.channels.silence(tab.channel);
              storage.abandon();
              open.splice(at, 1);
              await until(() => open.some((each) => each.storage.role === "writer"));
            } else if ((kind === "save" || kind === "type") && storage.role === "writer") {
              expect(markOf(storage.document)).toBeGreaterThanOrEqual(saved);
              storage.save(edited(++mark));
              if (kind === "save") {
                await storage.flush();
                saved = mark;
              }
            }
            expect(open.filter((each) => each.storage.role === "writer").length).toBeLessThanOrEqual(1);
          }
          const writer = open.find(({ storage }) => storage.role === "writer");
          await writer?.storage.flush();
          const last = markOf(writer?.storage.document ?? blank);
          expect(last).toBeGreaterThanOrEqual(saved);
          await until(() => open.every(({ storage }) => markOf(storage.document) === last));
          for (const { storage } of open) storage.abandon();
        },
      ),
      { numRuns },
    );
    noteFaults("schedules of 2–5 tabs in which something saved is lost, or the tabs do not agree", 0, numRuns);
  },
  tries(60_000, 2_400_000),
);
