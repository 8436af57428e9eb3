import { lazy, Suspense, useMemo } from "react";
import { loadPart } from "../../../editor/session/loadPart";
import { Menu, type MenuItem } from "../../kit/Menu";
import { QuestionForm } from "../../kit/question/QuestionForm";
import { useCanvas } from "../canvasStore";
import { type CanvasKit, useKit } from "../kit";
import { canvasMenu, groupMenu, lineMenu, noteMenu, stepMenu, zoomMenu } from "./menus";
import type { Overlay } from "./overlay";
import { focusAgain, Popover, useOpener } from "./Popover";

const AnswerSheet = lazy(() => loadPart(() => import("./AnswerSheet")));

/** Whatever is open over the canvas. */
export default function OverlayView() {
  const overlay = useCanvas((state) => state.overlay);
  if (overlay === null) return null;
  if (overlay.kind === "question") return <QuestionView overlay={overlay} />;
  if (overlay.kind !== "answer") return <MenuView overlay={overlay} />;
  return (
    <Suspense fallback={null}>
      <AnswerSheet at={overlay.at} run={overlay.run} />
    </Suspense>
  );
}

function QuestionView({ overlay: { question, at } }: { readonly overlay: Overlay & { kind: "question" } }) {
  const { canvas } = useKit();
  const close = () => canvas.setState({ overlay: null });
  return (
    // Another question is another sheet, with nothing typed yet.
    <Popover key={question.title} at={at} label={question.title}>
      <QuestionForm question={question} onAnswered={close} onCancel={close} />
    </Popover>
  );
}

type MenuOverlay = Exclude<Overlay, { kind: "question" | "answer" }>;

function MenuView({ overlay }: { readonly overlay: MenuOverlay }) {
  const kit = useKit();
  const { label, items } = useMemo(() => menuOf(kit, overlay), [kit, overlay]);
  const opener = useOpener();
  const chosen = () => {
    // What is asked next leads back to there too, not to the menu that is gone.
    focusAgain(opener);
    kit.canvas.setState({ overlay: null });
  };
  return (
    <Popover at={overlay.at} label={label} role="none" wide={false}>
      <Menu label={label} items={items} onChosen={chosen} />
    </Popover>
  );
}

function menuOf(kit: CanvasKit, overlay: MenuOverlay): { label: string; items: readonly MenuItem[] } {
  switch (overlay.kind) {
    case "stepMenu":
      return { label: overlay.step, items: stepMenu(kit, overlay.step, overlay.at) };
    case "lineMenu":
      return { label: "Edge", items: lineMenu(kit, overlay.line) };
    case "noteMenu":
      return { label: "Note", items: noteMenu(kit, overlay.id, overlay.at) };
    case "groupMenu":
      return { label: "Group", items: groupMenu(kit, overlay.id, overlay.at) };
    case "canvasMenu":
      return { label: "Canvas", items: canvasMenu(kit, overlay.at) };
    case "zoomMenu":
      return { label: "Zoom", items: zoomMenu(kit, overlay.at) };
  }
}
