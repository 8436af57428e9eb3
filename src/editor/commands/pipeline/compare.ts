import { loadPart } from "../../session/loadPart";
import type { Workspace } from "../../workspace";
import type { Command } from "../command";
import type { Outcome } from "../outcome";

/** With what the document is compared: the id of a choice of `comparedWith.ts`. */
interface Compared {
  readonly with: string;
}

/** Called the same whatever is open. */
type Named<Of> = Of & { readonly label: () => string };

const loadChoices = () => loadPart(() => import("./comparedWith"));

/** Puts the document over another version of it, which is chosen: what is deployed, another document, a file. */
export const compareWith: Named<Command<Compared | undefined>> = {
  id: "pipeline.compare",
  group: "Pipeline",
  palette: true,
  label: () => "Compare with another version",
  run: async (workspace, compared) => {
    const { choicesFor, otherSide } = await loadChoices();
    if (compared !== undefined) return over(workspace, await otherSide(workspace, compared.with));
    return {
      ask: {
        title: "Compare with what?",
        choices: await choicesFor(workspace),
        none: "Nothing is called so.",
        answer: (choice) => ({ with: choice }),
      },
    };
  },
};

/** What I have against what is deployed. */
export const compareWithDeployed: Named<Command> = {
  id: "pipeline.compareWithDeployed",
  group: "Pipeline",
  palette: true,
  label: () => "Compare with what is deployed",
  run: async (workspace) => {
    const { otherSide, deployedNow } = await loadChoices();
    return over(workspace, await otherSide(workspace, deployedNow));
  },
};

type Other = Awaited<ReturnType<Awaited<ReturnType<typeof loadChoices>>["otherSide"]>>;

async function over({ editor, comparisons }: Workspace, other: Other): Promise<Outcome<never>> {
  if (other === null) return { done: "" };
  if (typeof other === "string") return { refused: other, kind: "error" };
  const { document } = editor.store.getState();
  await comparisons.show(other, { label: "This document", document });
  return { done: `${other.label} and this document are shown over each other.` };
}
