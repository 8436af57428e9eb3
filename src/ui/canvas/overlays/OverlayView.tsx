import "./overlays.css";
import { useEffect, useMemo, useState } from "react";
import { inWords } from "../../../editor/commands/deleteSelection";
import { loadAllModels } from "../../../pipeline/schema/load";
import type { ApiModels } from "../../../pipeline/schema/model";
import { iterationChoices } from "../../../pipeline/wiring";
import { type CanvasKit, useKit } from "../kit";
import { useCanvas } from "../session";
import { connectWire } from "../wire/finishWire";
import { ItemMemberForm } from "./ItemMemberForm";
import { JsonPathForm } from "./JsonPathForm";
import { ListPicker, type Option } from "./ListPicker";
import { Menu } from "./Menu";
import { canvasMenu, lineMenu, type MenuItem, stepMenu } from "./menus";
import { moreOptions } from "./moreOptions";
import type { Overlay } from "./overlay";
import { Popover } from "./Popover";
import { slotOptions } from "./slotOptions";
import { typeOptions } from "./typeOptions";
import { fieldOptions, sourceOptions, stepOptions } from "./wireOptions";

/** Whatever is open over the canvas. */
export default function OverlayView() {
  const overlay = useCanvas((state) => state.overlay);
  return overlay === null ? null : <Opened overlay={overlay} />;
}

function Opened({ overlay }: { readonly overlay: Overlay }) {
  const kit = useKit();
  const models = useAllModels(overlay.kind === "addStep");
  const shown = useMemo(() => contentOf(kit, overlay, models), [kit, overlay, models]);
  if (shown.kind === "menu") {
    return (
      <Popover at={overlay.at} label={shown.label} role="none" wide={false}>
        <Menu label={shown.label} items={shown.items} />
      </Popover>
    );
  }
  return (
    <Popover at={overlay.at} label={shown.label}>
      {shown.kind === "form" ? (
        <JsonPathForm {...shown} />
      ) : shown.kind === "member" ? (
        <ItemMemberForm {...shown} />
      ) : (
        <ListPicker label={shown.label} options={shown.options} empty={shown.empty} />
      )}
    </Popover>
  );
}

/** What a new step could take depends on its type's model: all of them load when a new step is asked for. */
function useAllModels(wanted: boolean): ApiModels | null {
  const { editor } = useKit();
  const [models, setModels] = useState<ApiModels | null>(null);
  useEffect(() => {
    let left = false;
    if (wanted) {
      loadAllModels().then(
        (all) => left || setModels(all),
        () => left || setModels(editor.store.getState().models),
      );
    }
    return () => {
      left = true;
    };
  }, [wanted, editor]);
  return models;
}

type Content =
  | { readonly kind: "menu"; readonly label: string; readonly items: readonly MenuItem[] }
  | { readonly kind: "list"; readonly label: string; readonly options: readonly Option[]; readonly empty: string }
  | ({ readonly kind: "member"; readonly label: string } & Omit<Overlay & { kind: "itemMember" }, "kind">)
  | ({ readonly kind: "form"; readonly label: string } & Omit<Overlay & { kind: "jsonPath" }, "kind">);

function contentOf(kit: CanvasKit, overlay: Overlay, models: ApiModels | null): Content {
  const list = (label: string, options: readonly Option[], empty: string): Content => ({
    kind: "list",
    label,
    options,
    empty,
  });
  const { at } = overlay;
  switch (overlay.kind) {
    case "pickField": {
      const label = overlay.step === null ? "Field of any step" : `Field of ${overlay.step}`;
      return list(label, fieldOptions(kit, overlay.source, overlay.step, at), "No field takes this value.");
    }
    case "pickSource": {
      const label = overlay.step === null ? `What ${overlay.target.step} reads` : `Output of ${overlay.step}`;
      return list(label, sourceOptions(kit, overlay.target, overlay.step, at), "Nothing fits this field yet.");
    }
    case "pickStep":
      return list(stepQuestion(overlay.end.kind), stepOptions(kit, overlay.end), "There is no other step.");
    case "pickSlot":
      return list(
        `Move ${inWords(overlay.steps)} into`,
        slotOptions(kit, overlay.steps),
        "There is no branch or loop.",
      );
    case "addStep":
      return models === null
        ? list("Add a step", [], "…")
        : list("Add a step", typeOptions(kit, overlay.end, at, models), "No step type takes this.");
    case "moreFields":
      return list(`Field or output of ${overlay.step}`, moreOptions(kit, overlay.step), "All fields are shown.");
    case "iteration": {
      const { source, target } = overlay;
      const choices = iterationChoices(kit.editor.store.getState().document, source, target);
      const options = choices.map(
        (choice): Option => ({
          id: choice.label,
          label: choice.label,
          ...(choice.source.kind === "output" ? { path: choice.source.output } : {}),
          pick: () => {
            kit.session.setState({ overlay: null });
            connectWire(kit, choice.source, target, at);
          },
        }),
      );
      return list("Which iteration?", options, "This output cannot be read from outside its loop.");
    }
    case "itemMember":
      return { label: "Part of the item", ...overlay, kind: "member" };
    case "jsonPath":
      return { label: "JSON path", ...overlay, kind: "form" };
    case "stepMenu":
      return { kind: "menu", label: overlay.step, items: stepMenu(kit, overlay.step, at) };
    case "lineMenu":
      return { kind: "menu", label: "Edge", items: lineMenu(kit, overlay.line) };
    case "canvasMenu":
      return { kind: "menu", label: "Canvas", items: canvasMenu(kit, at) };
  }
}

function stepQuestion(kind: string): string {
  if (kind === "before") return "Wait for which step?";
  return kind === "after" ? "Which step waits?" : "Which step goes in?";
}
