import "./SourceOptions.css";
import type { ReactNode } from "react";
import { KindBadge } from "../../kit/KindBadge";
import { ListOption } from "../../kit/ListOption";
import type { groupChoices } from "./pickerChoices";

type Groups = ReturnType<typeof groupChoices>;
export type ListedChoice = Groups[number]["choices"][number];

interface Props {
  /** The ids of the list and its options begin with it: the box that has the keys names them. */
  readonly id: string;
  readonly label: string;
  readonly groups: Groups;
  /** The choices of all groups in one row, by whose places the options are numbered. */
  readonly flat: readonly ListedChoice[];
  /** The place of the one that Enter takes. */
  readonly at: number;
  readonly onPick: (choice: ListedChoice) => void;
  /** Options behind those of the groups. */
  readonly children?: ReactNode;
}

/** Sources in their groups, to be picked. */
export function SourceOptions({ id, label, groups, flat, at, onPick, children }: Props) {
  const places = new Map(flat.map((choice, index) => [choice, index]));
  return (
    <div className="sw-source-list" role="listbox" id={`${id}list`} aria-label={`References for ${label}`}>
      {groups.map((group) => (
        <div key={group.title} role="group" aria-label={group.title}>
          <div className="sw-source-group" aria-hidden="true">
            {group.title}
          </div>
          {group.choices.map((choice) => {
            const index = places.get(choice);
            return (
              <SourceOption
                key={choice.said}
                id={`${id}option${index}`}
                choice={choice}
                active={index === at}
                onPick={onPick}
              />
            );
          })}
        </div>
      ))}
      {children}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly choice: ListedChoice;
  readonly active: boolean;
  readonly onPick: (choice: ListedChoice) => void;
}

/** One source: what it is called, its kind, how it fits. */
function SourceOption({ id, choice, active, onPick }: OptionProps) {
  const { verdict } = choice;
  return (
    <ListOption
      id={id}
      className="sw-source"
      active={active}
      refused={!verdict.ok}
      title={verdict.ok ? undefined : verdict.reason}
      onPick={() => onPick(choice)}
    >
      <span className="sw-unseen">{choice.hint}</span> <span className="sw-source-name">{choice.label}</span>
      <KindBadge kind={choice.kindLabel} />
      {choice.match !== null && <span className="sw-source-match">{choice.match}</span>}
      {verdict.ok && verdict.conversion && <span className="sw-source-note">is made text</span>}
      {!verdict.ok && <span className="sw-source-reason">{verdict.reason}</span>}
    </ListOption>
  );
}
