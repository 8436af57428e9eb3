import { graphOf, problemsByStep, problemsOf } from "../src/editor/session/selectors";
import { setField } from "../src/pipeline/edits/fields";
import { field, openBenchEditor } from "./editor";
import { processorTime } from "./processorTime";
import { percentile } from "./statistics";
import type { Row } from "./table";

const letters = "abcdefghij";

/**
 * One letter typed into a field of a step, until the new document's graph and problems are known, 95th percentile: no browser, the
 * editor alone. The cost must follow the edit, not the pipeline: 1,000 steps beside 50.
 */
export async function measureKeystroke(keys: number): Promise<Row[]> {
  const few = await typing(50, keys);
  const many = await typing(1_000, keys);
  return [
    {
      name: "a keystroke in a field until graph and problems follow, p95: 1,000 steps beside 50",
      unit: "ms",
      ours: many,
      reference: few,
      goal: { ours: 16 },
    },
  ];
}

async function typing(steps: number, keys: number): Promise<number> {
  const { editor, written } = await openBenchEditor(steps);
  let seen = 0;
  const look = () => {
    const state = editor.store.getState();
    seen += graphOf(state).edges.length + problemsOf(state).length + problemsByStep(state).size;
  };
  look();
  const taken: number[] = [];
  for (let key = 0; key < keys; key += 1) {
    const { key: step } = written[Math.floor(key / letters.length) % written.length] ?? { key: "" };
    const text = `s3://bench/typed/${key}-${letters.slice(0, (key % letters.length) + 1)}`;
    const start = processorTime();
    editor.edit("Type", setField(step, field, text));
    look();
    taken.push(processorTime() - start);
  }
  if (seen === 0) throw new Error("nothing came out");
  // The first tenth compiles the code.
  return percentile(taken.slice(keys / 10), 95);
}
