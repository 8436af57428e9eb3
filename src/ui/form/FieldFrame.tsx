import { type ReactNode, useContext } from "react";
import { connect } from "../../editor/commands/edges/connect";
import type { FieldItem } from "../../editor/form/item";
import { problemsOfStep } from "../../editor/session/selectors";
import { startsWith } from "../../pipeline/definition/path";
import { FieldBox } from "../kit/FieldBox";
import { FieldPath } from "../kit/FieldPath";
import { FieldRefusal, ProblemList } from "../kit/FieldProblem";
import type { FieldIds } from "../kit/fieldIds";
import { useInspectedStep } from "../kit/inspectedStep";
import { onceReleased } from "../kit/onceReleased";
import { useRun } from "../kit/useCommands";
import { useKeepGroup } from "../kit/useVisit";
import { useEditor, useEditorState } from "../kit/useWorkspace";
import { useDropTarget } from "../text/references/useDropTarget";
import { HintContext } from "./HintContext";

interface Props {
  readonly item: FieldItem;
  readonly ids: FieldIds;
  /** Buttons behind the label. */
  readonly actions?: ReactNode;
  /** What the person typed and the definition cannot hold. */
  readonly refusal?: string | null;
  /** True where problems of all that lies below are shown here. */
  readonly holdsBelow?: boolean;
  /** False where the label names a group, not one control. */
  readonly labelsControl?: boolean;
  readonly children: ReactNode;
}

/** A field on the form: label, AWS's path, the control, its problems. Takes what is dropped from the parameter list. */
export function FieldFrame({ item, ids, actions, refusal, holdsBelow = true, labelsControl = true, children }: Props) {
  const hint = useContext(HintContext);
  const editor = useEditor();
  const run = useRun();
  const { stepKey } = useInspectedStep();
  const keep = useKeepGroup(item);
  const drop = useDropTarget((source) => {
    keep();
    void run(connect, { source, target: { step: stepKey, path: item.path } });
  });
  return (
    <FieldBox
      label={item.label}
      labelId={ids.label}
      controlId={labelsControl ? ids.control : undefined}
      required={item.required}
      hint={hint}
      path={<ItemPath id={ids.path} item={item} />}
      actions={actions}
      data-path={item.printed}
      data-over={drop.over || undefined}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) {
          onceReleased(() => editor.leaveField(stepKey, item.path));
        }
      }}
      {...drop.handlers}
    >
      {children}
      <FieldRefusal why={refusal} />
      <FieldProblems item={item} holdsBelow={holdsBelow} />
    </FieldBox>
  );
}

/** AWS's path; read aloud in full, shown without the `Arguments` that all share. */
export function ItemPath({ id, item }: { readonly id: string; readonly item: FieldItem }) {
  return <FieldPath id={id} heard={item.printed.slice(0, item.printed.length - item.shown.length)} path={item.shown} />;
}

/** The problems of a field, in their own words. */
export function FieldProblems({ item, holdsBelow }: { readonly item: FieldItem; readonly holdsBelow: boolean }) {
  const { stepKey } = useInspectedStep();
  const problems = useEditorState((state) =>
    problemsOfStep(state, stepKey).filter(({ at }) =>
      holdsBelow ? startsWith(at, item.path) : at.length === item.path.length && startsWith(at, item.path),
    ),
  );
  return <ProblemList problems={problems} />;
}
