/**
 * The way of a document's definition to another target: that is chosen, what it names of the old account gets the names there, and the
 * rest is a deploy like any other. The document stays as it is, and its own target is neither asked nor written.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { AppError } from "../../../contract/appError";
import { type Target, targetKey } from "../../../contract/target";
import { promotionBetween } from "../../../pipeline/definition/document";
import { entries } from "../../../pipeline/definition/value";
import { rememberPromotion } from "../../../pipeline/edits/document";
import { type ImageTable, unpackTable } from "../../../pipeline/images/table";
import { type Literal, literalKey, literalsOf } from "../../../pipeline/promote/literals";
import { type LeftBehind, leftBehind, type Mapping, mapLiterals, mapped } from "../../../pipeline/promote/mapLiterals";
import { type Place, placeOf } from "../../../pipeline/promote/places";
import { propose } from "../../../pipeline/promote/propose";
import type { Editor } from "../../session/createEditor";
import type { AccountCalls } from "../account/accountCalls";
import type { Promoted } from "../deploy/createDeploy";
import { roleFor } from "../deploy/role";
import { targetOf } from "../executions/createExecutions";

export type PromotionStage =
  | { readonly at: "target" }
  | { readonly at: "asking"; readonly target: Target }
  | PromotionMapping;

export interface PromotionMapping {
  readonly at: "mapping";
  readonly target: Target;
  readonly from: Place;
  readonly to: Place;
  readonly literals: readonly Literal[];
  /** What each literal is to be called there, by its key; "" where that is still to be said. */
  readonly mapping: Mapping;
  readonly leftBehind: readonly LeftBehind[];
  /** Why the other account is not known, null where it is: its names cannot be proposed then. */
  readonly error: AppError | null;
}

export interface Promotion {
  readonly store: StoreApi<PromotionStage>;
  readonly from: Target;
  /** Chooses where it goes, and proposes what everything is called there. */
  choose(target: Target): Promise<void>;
  chooseAgain(): void;
  /** Says what a literal is called there. */
  map(literal: Literal, to: string): void;
  /** What is to be deployed there; remembers what everything is called. Null before the target is chosen. */
  promoted(): Promoted | null;
}

export function createPromotion(editor: Editor, calls: Pick<AccountCalls, "targetAccount">): Promotion {
  const { document } = editor.store.getState();
  const { definition } = document;
  const source = targetOf(editor);
  const literals = literalsOf(definition);
  const from = placeOf(literals, knownOf(source, source.kind === "local" ? null : roleFor(document, source)));
  const store = createStore<PromotionStage>(() => ({ at: "target" }));
  let images: ImageTable | null = null;
  let proposed: Mapping = new Map();
  let asked = 0;

  const show = (stage: Omit<PromotionMapping, "leftBehind">): void => {
    const { mapping, to } = stage;
    store.setState({ ...stage, leftBehind: leftBehind(literals, mapping, from, to) }, true);
  };

  return {
    store,
    from: source,
    async choose(target) {
      const count = ++asked;
      store.setState({ at: "asking", target }, true);
      const known = await calls.targetAccount({ target });
      if (count !== asked) return;
      const to = known.ok ? known.value : knownOf(target, roleFor(document, target));
      images ??= unpackTable();
      proposed = new Map(literals.map((one) => [literalKey(one), propose(one, from, to, images)]));
      const mapping = new Map(proposed);
      for (const [key, text] of entries(
        document.promotions.get(promotionBetween(targetKey(source), targetKey(target))),
      )) {
        if (mapping.has(key) && typeof text === "string") mapping.set(key, text);
      }
      show({ at: "mapping", target, from, to, literals, mapping, error: known.ok ? null : known.error });
    },
    chooseAgain() {
      asked++;
      store.setState({ at: "target" }, true);
    },
    map(literal, to) {
      const stage = store.getState();
      if (stage.at !== "mapping") return;
      show({ ...stage, mapping: new Map(stage.mapping).set(literalKey(literal), to) });
    },
    promoted() {
      const stage = store.getState();
      if (stage.at !== "mapping") return null;
      const { target, mapping, to } = stage;
      const between = promotionBetween(targetKey(source), targetKey(target));
      if (!editor.store.getState().readOnly)
        editor.edit(
          "Remember what is called otherwise there",
          rememberPromotion(between, remembered(literals, mapping, proposed)),
        );
      const role = source.kind === "local" ? null : roleFor(document, source);
      const literal = literals.find(({ kind }) => kind === "role");
      const suggestedRole =
        role === null
          ? literal === undefined
            ? ""
            : mapped(literal, mapping)
          : propose({ kind: "role", text: role, account: null, region: null, uses: [] }, from, to, null);
      return { target, definition: mapLiterals(definition, mapping), suggestedRole };
    },
  };
}

/** What is remembered: all that is called otherwise there, and what was left as it is although another name was proposed. */
function remembered(literals: readonly Literal[], mapping: Mapping, proposed: Mapping): Mapping {
  const told = literals.flatMap((one) => {
    const key = literalKey(one);
    const to = mapping.get(key) ?? "";
    const isSaid = to !== "" && (to !== one.text || to !== proposed.get(key));
    return isSaid ? [[key, to] as const] : [];
  });
  return new Map(told);
}

/** What is known of a target without asking it. */
function knownOf(target: Target, role: string | null): Place {
  const account = /^arn:[\w-]+:iam::(\d{12}):/.exec(role ?? "")?.[1] ?? null;
  return { account, region: target.kind === "local" ? null : target.region };
}
