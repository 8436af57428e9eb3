/**
 * The running editor without pixels: one store, one way to change the document.
 * Nothing here knows React; the page subscribes to `store`, the tests read it.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Overlay } from "../../pipeline/compare/overlay";
import type { PipelineDocument } from "../../pipeline/definition/document";
import type { Path } from "../../pipeline/definition/path";
import { EditRefused, type Recipe } from "../../pipeline/edits/edit";
import { unfoldAround } from "../../pipeline/edits/folded";
import { listSteps, stepsByKey } from "../../pipeline/graph/stepTree";
import {
  cancelGesture,
  commitGesture,
  type History,
  openGesture,
  record,
  redo as redoHistory,
  startHistory,
  undo as undoHistory,
} from "../../pipeline/history";
import type { ApiModel } from "../../pipeline/schema/model";
import { stepTypeOf } from "../../pipeline/steps";
import type { WireSource } from "../../pipeline/wiring/wire";
import { createChecking } from "./checking";
import type {
  DefinitionDraft,
  EdgeEnds,
  EditorState,
  NoticeKind,
  PanelTab,
  Proposal,
  RunView,
  SaveStatus,
  SimulationView,
} from "./editorState";
import { carrySelection, nothing } from "./selection";
import { carryNewSteps, noNewSteps, visited } from "./toDo";

/** Why nothing can be edited in a tab that only shows what another one does. */
export const readOnlyReason = "Another tab edits this document. Choose “Edit here” to go on in this one.";

const comparingReason = "Two versions are compared here. Leave the comparison to edit.";

/** The reason why nothing can be edited now, for a state that is read only. */
export function whyReadOnly({
  comparison,
  readOnlyBecause,
}: Pick<EditorState, "comparison" | "readOnlyBecause">): string {
  return comparison === null ? readOnlyBecause : comparingReason;
}

export type EditOutcome =
  | { readonly ok: true; readonly changed: boolean }
  | { readonly ok: false; readonly message: string };

export interface Editor {
  readonly store: StoreApi<EditorState>;
  /** Changes the document by a recipe: one history entry, or part of the open gesture. A refusal becomes a notice and changes nothing. */
  edit(label: string, recipe: Recipe): EditOutcome;
  /** Opens a gesture: what is edited until `commit` is one history entry; `cancel` restores. */
  gesture(label: string): void;
  commit(): void;
  cancel(): void;
  undo(): void;
  redo(): void;
  /** Puts another document in place, with an empty history: the document was opened, or changed by another tab. */
  replaceDocument(document: PipelineDocument): void;
  select(keys: readonly string[], how?: { readonly add?: boolean }): void;
  selectEdge(edge: EdgeEnds | null): void;
  selectAll(): void;
  clearSelection(): void;
  reveal(key: string, path?: string): void;
  /** What a step that was just added lacks is to do, and no fault yet. */
  markNew(keys: readonly string[]): void;
  /** The person was at a field of a step and left it: what is missing there is a fault now. */
  leaveField(step: string, path: Path): void;
  /** From now on what is missing is a fault: the person asks for it, or deploys. */
  checkAll(): void;
  /** The field that was asked for is shown. */
  answerReveal(): void;
  notice(kind: NoticeKind, text: string, action?: { readonly label: string; readonly run: () => void }): number;
  dismissNotice(id: number): void;
  announce(text: string): void;
  setPanel(panel: PanelTab | null): void;
  rememberSearch(wanted: string, at: number): void;
  /** Takes the marks of what was found off the canvas; what was looked for is still known. */
  unmarkSearch(): void;
  propose(proposal: Proposal | null): void;
  keepDraft(draft: DefinitionDraft | null): void;
  setReadOnly(readOnly: boolean, because?: string): void;
  setSaveStatus(save: SaveStatus): void;
  setRun(run: RunView | null): void;
  setSimulation(simulation: SimulationView | null): void;
  setComparison(comparison: Overlay): void;
  setDragged(source: WireSource | null): void;
  hoverEdge(edge: EdgeEnds | null): void;
  /** Loads the rules; from then on there are problems. Whoever needs them waits for it. A failure becomes a notice. */
  startChecking(): Promise<void>;
}

export interface EditorOptions {
  /** Loads the API model of a step type; called once for each type that comes to be present. */
  readonly loadModel?: (type: string) => Promise<ApiModel | null>;
}

export function createEditor(document: PipelineDocument, options: EditorOptions = {}): Editor {
  const store = createStore<EditorState>(() => ({
    document,
    history: startHistory(document),
    selection: nothing,
    readOnly: false,
    readOnlyBecause: readOnlyReason,
    models: new Map(),
    reading: null,
    newSteps: noNewSteps,
    search: null,
    proposal: null,
    draft: null,
    panel: null,
    revealed: null,
    notices: [],
    announcement: { text: "", count: 0 },
    save: { state: "saved" },
    run: null,
    simulation: null,
    comparison: null,
    dragged: null,
    hoveredEdge: null,
  }));
  const get = store.getState;
  const set = store.setState;
  const checking = createChecking(store);
  const wanted = new Set<string>();

  function loadModels(of: PipelineDocument): void {
    if (options.loadModel === undefined) return;
    for (const { type } of listSteps(of.definition)) {
      if (wanted.has(type) || type === "") continue;
      wanted.add(type);
      options.loadModel(type).then(
        (model) => {
          if (model === null) return;
          const { document, models } = get();
          const more = new Map(models).set(type, model);
          set({ models: more, ...checking.follow(document, more) });
        },
        () => {
          wanted.delete(type);
          notice(
            "warning",
            `The fields of ${stepTypeOf(type).label} could not be loaded. Reload the page to try again.`,
          );
        },
      );
    }
  }

  function startChecking(): Promise<void> {
    // A chunk of its own: the canvas can be used before the rules are here.
    return checking.start().catch(() => {
      const again = { label: "Try again", run: () => void startChecking() };
      notice("warning", "The checks could not be loaded, so no problems are shown.", again);
    });
  }

  function settle(history: History<PipelineDocument>): void {
    const before = get();
    if (history === before.history) return;
    const document = history.present;
    const read = document === before.document ? {} : checking.follow(document, before.models);
    const selection = carrySelection(before.selection, before.document, document);
    const newSteps = carryNewSteps(before.newSteps, before.document, document);
    const proposal = document === before.document ? before.proposal : null;
    set({ history, document, selection, newSteps, proposal, ...read });
    if (history.present.definition !== before.document.definition) loadModels(history.present);
  }

  function edit(label: string, recipe: Recipe): EditOutcome {
    const state = get();
    if (state.readOnly) {
      const message = whyReadOnly(state);
      notice("warning", message);
      return { ok: false, message };
    }
    try {
      const after = recipe(state.document);
      settle(record(state.history, label, after));
      return { ok: true, changed: after !== state.document };
    } catch (error) {
      if (!(error instanceof EditRefused)) throw error;
      notice("warning", error.message);
      announce(error.message);
      return { ok: false, message: error.message };
    }
  }

  let noticeCount = 0;
  function notice(kind: NoticeKind, text: string, action?: { label: string; run: () => void }): number {
    const id = ++noticeCount;
    const made = action === undefined ? { id, kind, text } : { id, kind, text, action };
    // One at a time; what went wrong stays in the list.
    set((state) => ({
      notices: [...state.notices.filter((other) => other.kind === "error" && other.text !== text), made],
    }));
    return id;
  }

  function announce(text: string): void {
    set((state) => ({ announcement: { text, count: state.announcement.count + 1 } }));
  }

  function select(keys: readonly string[], how: { add?: boolean } = {}): void {
    const { selection, document: present } = get();
    const there = stepsByKey(present.definition);
    const chosen = keys.filter((key) => there.has(key));
    const steps = how.add === true ? [...new Set([...selection.steps, ...chosen])] : chosen;
    const same = steps.length === selection.steps.length && steps.every((key, i) => key === selection.steps[i]);
    if (!same || selection.edge !== null) set({ selection: { steps, edge: null } });
  }

  loadModels(document);
  return {
    store,
    edit,
    gesture: (label) => settle(openGesture(get().history, label)),
    commit: () => settle(commitGesture(get().history)),
    cancel: () => settle(cancelGesture(get().history)),
    undo() {
      if (!get().readOnly) settle(undoHistory(get().history));
    },
    redo() {
      if (!get().readOnly) settle(redoHistory(get().history));
    },
    replaceDocument(next) {
      const before = get();
      const read = checking.follow(next, before.models);
      const selection = carrySelection(before.selection, before.document, next);
      set({ document: next, history: startHistory(next), selection, newSteps: noNewSteps, ...read });
      loadModels(next);
    },
    select,
    selectEdge: (edge) => set({ selection: { steps: [], edge } }),
    selectAll: () => select(listSteps(get().document.definition).map(({ key }) => key)),
    clearSelection: () => set({ selection: nothing }),
    reveal(key, path) {
      const count = (get().revealed?.count ?? 0) + 1;
      if (!get().readOnly) edit(`Unfold what ${key} lies in`, unfoldAround(key));
      select([key]);
      set({ revealed: path === undefined ? { key, count } : { key, path, count } });
    },
    markNew: (keys) =>
      set(({ newSteps }) => ({ newSteps: new Map([...newSteps, ...keys.map((key) => [key, []] as const)]) })),
    leaveField: (step, path) => set(({ newSteps }) => ({ newSteps: visited(newSteps, step, path) })),
    checkAll: () => set({ newSteps: noNewSteps }),
    answerReveal: () => set(({ revealed }) => ({ revealed: revealed && { key: revealed.key, count: revealed.count } })),
    notice,
    dismissNotice: (id) => set((state) => ({ notices: state.notices.filter((other) => other.id !== id) })),
    announce,
    setPanel: (panel) => set({ panel }),
    rememberSearch: (wanted, at) => set({ search: { wanted, at, marked: true } }),
    unmarkSearch() {
      const { search } = get();
      if (search?.marked === true) set({ search: { ...search, marked: false } });
    },
    propose: (proposal) => set({ proposal }),
    keepDraft: (draft) => set({ draft }),
    setReadOnly: (readOnly, readOnlyBecause = readOnlyReason) => set({ readOnly, readOnlyBecause }),
    setSaveStatus: (save) => set({ save }),
    setRun: (run) => set({ run }),
    setSimulation: (simulation) => set({ simulation }),
    setComparison: (comparison) => set({ comparison }),
    setDragged: (dragged) => set({ dragged }),
    hoverEdge: (hoveredEdge) => set({ hoveredEdge }),
    startChecking,
  };
}
