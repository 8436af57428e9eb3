import { intentTokens } from "../contract/intentTokens";
import type { CanvasPort } from "../editor/session/canvasPort";
import { createEditor } from "../editor/session/createEditor";
import type { Copied, PagePort } from "../editor/session/pagePort";
import type { Asked } from "../editor/session/question";
import { createWorkspace, type Workspace } from "../editor/workspace";
import type { PipelineDocument } from "../pipeline/definition/document";
import { serialise } from "../pipeline/definition/serialise";
import { listSteps } from "../pipeline/graph/stepTree";
import { buildScene, type Scene } from "../pipeline/layout/scene";
import { unknownShape } from "../pipeline/layout/slotPositions";
import type { ApiModels } from "../pipeline/schema/model";
import { fakeTokenStorage } from "./workspace";

export interface FakeWorkspace extends Workspace {
  /** What was asked of canvas, page and dialogs: `fit`, `open keys`. */
  readonly calls: readonly string[];
  /** The questions that were asked, the last one last. */
  readonly asked: readonly Asked[];
  /** What is on the clipboard. */
  copied: Copied | null;
}

/** What commands work with, without a page: it notes what is asked of it. */
export function fakeWorkspace(document: PipelineDocument, models: ApiModels = new Map()): FakeWorkspace {
  const editor = createEditor(document);
  editor.store.setState({ models });
  const calls: string[] = [];
  const asked: Asked[] = [];
  const note = (call: string) => () => void calls.push(call);
  const scene = () => sceneOf(editor.store.getState().document);
  const canvas: CanvasPort = {
    scene,
    inView: () => ({ x: 0, y: 0, width: 1000, height: 700 }),
    fit: (keys) => calls.push(keys === undefined ? "fit" : `fit ${keys.join(" ")}`),
    zoomTo: (scale) => calls.push(`zoomTo ${scale}`),
    zoomIn: note("zoomIn"),
    zoomOut: note("zoomOut"),
    layOut: async () => ({
      layout: new Map([...scene().cards.keys()].map((key, index) => [key, { x: index * 300, y: 11 }])),
      ways: [],
    }),
    showTidied: note("showTidied"),
    focus: (key) => calls.push(`focus ${key}`),
    writeNote: (id) => calls.push(`writeNote ${id}`),
    rename: (key) => calls.push(`rename ${key}`),
    openMenu: (key) => calls.push(`openMenu ${key}`),
    ask: (question) => void asked.push(question),
    endDrag: () => calls.push("endDrag"),
    showCycle: (keys) => calls.push(`showCycle ${keys.join(" ")}`),
  };
  const page: PagePort = {
    clipboard: {
      write: (copied) => {
        fake.copied = copied;
        return true;
      },
      read: () => fake.copied,
    },
    openFile: note("openFile"),
    readDefinition: async () => ({ from: "other.json", document }),
    otherDocuments: async () => [{ id: "other", name: "other", steps: 1, changedAt: 0, deleted: false }],
    readDocument: async () => document,
    goHome: note("goHome"),
    chooseTheme: (theme) => calls.push(`chooseTheme ${theme}`),
    download: ({ name }) => calls.push(`download ${name}`),
    paint: async (svg) => new TextEncoder().encode(svg),
    copyPicture: async (png) => {
      fake.copied = { text: new TextDecoder().decode(await png), layout: "" };
      return true;
    },
  };
  const surroundings = { later: () => () => {}, isHidden: () => false, onAttention: () => () => {} };
  const tokens = intentTokens(fakeTokenStorage(), () => "token");
  // What commands ask of the server; all else is asked for in dialogs.
  const client = {
    describePipeline: async () => ({
      ok: true,
      value: { name: document.name, definition: serialise(document.definition) },
    }),
    listPipelineVersions: async () => ({
      ok: true,
      value: {
        versions: [{ id: 1, displayName: null, description: null, aliases: ["prod"], created: null }],
        more: false,
      },
    }),
  } as unknown as Workspace["runs"]["client"];
  const workspace = createWorkspace(editor, { client, tokens, surroundings, page }, { storage: null, close: () => {} });
  workspace.dialogs.store.subscribe(({ dialog }) => calls.push(`open ${dialog?.kind}`));
  const fake: FakeWorkspace = { ...workspace, canvas, calls, asked, copied: null };
  return fake;
}

/** Where the steps stand, each as large as the others. */
function sceneOf({ definition, layout }: PipelineDocument): Scene {
  return buildScene(
    listSteps(definition),
    (key) => layout.get(key) ?? { x: 0, y: 0 },
    () => ({ ...unknownShape, height: 120 }),
  );
}
