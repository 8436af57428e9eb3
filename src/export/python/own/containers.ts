import type { OwnClass } from "../sdk";

type Properties = NonNullable<OwnClass["properties"]>;

/** A Condition offers which branch it took. */
const ofCondition: Properties = (_, tokens) =>
  tokens.length === 1 && tokens[0]?.kind === "member" && tokens[0].text === "Outcome" ? tokens : null;

const counts = [
  "Status",
  "InputItemCount",
  "TotalStepCount",
  "SucceededStepCount",
  "FailedStepCount",
  "StoppedStepCount",
];

/** A ForEach offers its counts, what one iteration gave, and what the chosen one gave. */
const ofForEach: Properties = (_, tokens) => {
  const [root, first] = tokens;
  if (root?.kind !== "member") return null;
  if (counts.includes(root.text)) return tokens.length === 1 ? tokens : null;
  const isRest = tokens.slice(1).every(({ kind, text }) => kind !== "member" || !/^(_|expr$|to_string$)/.test(text));
  if (root.text === "Selected") return isRest ? tokens : null;
  return root.text === "IterationOutputs" && first?.kind === "index" && isRest ? tokens : null;
};

/** How steps that hold others are read; `containers.ts` beside this folder writes them. */
export const containers: Readonly<Record<string, OwnClass>> = {
  Condition: { takes: [], write: () => null, properties: ofCondition },
  ForEach: { takes: [], write: () => null, properties: ofForEach },
};
