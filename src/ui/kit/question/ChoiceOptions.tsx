import "./ChoiceOptions.css";
import { Fragment, type ReactNode } from "react";
import type { Choice } from "../../../editor/session/question";
import { KindBadge } from "../KindBadge";
import { ListOption } from "../ListOption";
import { StepIcon } from "../StepIcon";

interface Props {
  /** The ids of the list and its options begin with it: the box that has the keys names them. */
  readonly id: string;
  readonly label: string;
  readonly shown: readonly Choice[];
  /** The place of the one that Enter takes. */
  readonly at: number;
  readonly onPoint?: (index: number) => void;
  readonly onPick: (choice: Choice) => void;
  /** What comes behind the choices. */
  readonly children?: ReactNode;
}

/** Choices below the box that has the keys, each under the heading of its group. */
export function ChoiceOptions({ id, label, shown, at, onPoint, onPick, children }: Props) {
  return (
    <div id={`${id}list`} className="sw-question-list" role="listbox" aria-label={label}>
      {shown.map((choice, index) => (
        <Fragment key={choice.id}>
          {choice.group !== undefined && choice.group !== shown[index - 1]?.group && (
            <div className="sw-option-group" aria-hidden="true">
              {choice.group}
            </div>
          )}
          <ListOption
            id={`${id}option${index}`}
            className={`sw-option ${index === at ? "is-active" : ""}`}
            active={index === at}
            refused={Boolean(choice.refused)}
            title={choice.refused ?? undefined}
            onPoint={onPoint === undefined ? undefined : () => onPoint(index)}
            onPick={() => onPick(choice)}
          >
            <ChoiceView choice={choice} />
          </ListOption>
        </Fragment>
      ))}
      {children}
    </div>
  );
}

function ChoiceView({ choice }: { readonly choice: Choice }) {
  const { label, lead, hint, path, note, kind, refused, icon } = choice;
  return (
    <>
      {icon !== undefined && <StepIcon type={icon} size={22} />}
      <span className="sw-option-words">
        <span className="sw-option-head">
          {lead !== undefined && <span className="sw-unseen">{lead}</span>}{" "}
          <span className={kind === undefined ? "sw-option-label" : "sw-option-name"}>{label}</span>{" "}
          {hint && <span className="sw-option-hint">{hint}</span>} {kind !== undefined && <KindBadge kind={kind} />}
          {note && kind === undefined && <span className="sw-option-note">{note}</span>}
        </span>{" "}
        {path !== undefined && <span className="sw-option-path">{path}</span>}{" "}
        {note && kind !== undefined && !refused && <span className="sw-option-path sw-option-why">{note}</span>}{" "}
        {refused && <span className="sw-option-refused">{refused}</span>}
      </span>
    </>
  );
}
