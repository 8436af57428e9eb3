/** What a document can be compared with. */
import type { DeployedVersion } from "../../../contract/pipelines";
import { targetLabel } from "../../../contract/target";
import { readDeployed, readVersions } from "../../runs/versions/readDeployed";
import { type Choice, type Choices, choicesOf } from "../../session/question";
import type { Side } from "../../session/shownComparison";
import type { Workspace } from "../../workspace";

export const deployedNow = "deployed";
const ofVersion = "version ";
const ofFile = "file";
const ofDocument = "document ";

/** All that can be chosen, by where it is. */
export async function choicesFor(workspace: Workspace): Promise<Choices> {
  const { editor, page, runs } = workspace;
  const { id, name } = editor.store.getState().document;
  const [others, versions] = await Promise.all([
    page.otherDocuments(id),
    readVersions(runs.client, runs.target(), name),
  ]);
  const choices: readonly Choice[] = [
    {
      id: deployedNow,
      group: "Deployed",
      label: "What is deployed now",
      hint: `${name} at ${targetLabel(runs.target())}`,
    },
    ...versions.map(choiceOf),
    { id: ofFile, group: "Files", label: "A file of this computer …" },
    ...others.map((other) => ({
      id: `${ofDocument}${other.id}`,
      group: "Other pipelines of this browser",
      label: other.name,
      hint: other.steps === null ? null : `${other.steps} steps`,
    })),
  ];
  return choicesOf(choices);
}

function choiceOf({ id, displayName, description, aliases, created }: DeployedVersion): Choice {
  const when = created === null ? null : new Date(created).toLocaleString("en");
  const told = [displayName, description, when].filter((part) => part !== null && part !== "");
  return {
    id: `${ofVersion}${id}`,
    group: "Deployed",
    label: `Version ${id}`,
    hint: told.join(" · "),
    note: aliases.length === 0 ? null : aliases.join(", "),
  };
}

/** What was chosen; a sentence where it cannot be read, null where the person thought better of it. */
export async function otherSide({ editor, page, runs }: Workspace, choice: string): Promise<Side | string | null> {
  const { document } = editor.store.getState();
  if (choice === deployedNow) return readDeployed(runs.client, runs.target(), document.name);
  if (choice.startsWith(ofVersion)) {
    const version = Number(choice.slice(ofVersion.length));
    return readDeployed(runs.client, runs.target(), document.name, version);
  }
  if (choice === ofFile) {
    const read = await page.readDefinition();
    return read === null || typeof read === "string" ? read : { label: read.from, document: read.document };
  }
  const other = await page.readDocument(choice.slice(ofDocument.length));
  return typeof other === "string" ? other : { label: other.name, document: other };
}
