import { sourceChoices } from "../src/editor/commands/edges/sourceChoices";
import { whichField } from "../src/editor/commands/edges/whichEnd";
import type { EditorState } from "../src/editor/session/editorState";
import type { Choices } from "../src/editor/session/question";
import { problemsOf } from "../src/editor/session/selectors";
import { setField } from "../src/pipeline/edits/fields";
import type { WireSource } from "../src/pipeline/wiring/wire";
import { field, openBenchEditor } from "./editor";
import { processorTime } from "./processorTime";
import { percentile } from "./statistics";
import type { Row } from "./table";

const searches = ["", "role", "model data"];

/** What is listed when someone asks what a field can read, or where an output can go: 95th percentile, 1,000 steps beside 50, after an edit each. */
export async function measureLists(rounds: number): Promise<Row[]> {
  const few = await listing(50, rounds);
  const many = await listing(1_000, rounds);
  const row = (name: string, kind: "sources" | "fields"): Row => ({
    name: `listing ${name}, p95: 1,000 steps beside 50`,
    unit: "ms",
    ours: many[kind],
    reference: few[kind],
    goal: { ours: 16 },
  });
  return [row("what fits a field", "sources"), row("the fields that fit an output", "fields")];
}

async function listing(steps: number, rounds: number): Promise<{ sources: number; fields: number }> {
  const { editor, written } = await openBenchEditor(steps);
  const taken = { sources: [] as number[], fields: [] as number[] };
  let seen = 0;
  for (let round = 0; round < rounds; round += 1) {
    const { key: step } = written[(round * 7) % written.length] ?? { key: "" };
    const query = searches[round % searches.length] ?? "";
    editor.edit("Type", setField(step, field, `s3://bench/listed/${round}`));
    const state = editor.store.getState();
    seen += problemsOf(state).length;
    taken.sources.push(
      time(
        () => sourceChoices({ ...state, target: { step, path: field } })(query).shown.length,
        (count) => {
          seen += count;
        },
      ),
    );
    const source = { kind: "output", step, output: "ModelArtifacts.S3ModelArtifacts" } as const;
    taken.fields.push(
      time(
        () => fieldsFor(state, source)(query).shown.length,
        (count) => {
          seen += count;
        },
      ),
    );
  }
  if (seen === 0) throw new Error("nothing came out");
  // The first fifth compiles the code.
  const warm = (times: readonly number[]) => percentile(times.slice(rounds / 5), 95);
  return { sources: warm(taken.sources), fields: warm(taken.fields) };
}

function fieldsFor(state: EditorState, source: WireSource): Choices {
  const question = whichField(state, source, null);
  if (!("choices" in question)) throw new Error("the fields are a list to choose from");
  return question.choices;
}

function time(work: () => number, keep: (count: number) => void): number {
  const start = processorTime();
  const count = work();
  const taken = processorTime() - start;
  keep(count);
  return taken;
}
