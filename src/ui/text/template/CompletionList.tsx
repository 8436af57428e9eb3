import { ListOption } from "../../kit/ListOption";
import { ChoiceOptions } from "../../kit/question/ChoiceOptions";
import { PickerBox } from "../references/PickerBox";
import type { Completion } from "./useCompletion";

/** What fits, below the text: by step, parameters, execution variables. The keys are those of the text box. */
export function CompletionList({ label, completion }: { readonly label: string; readonly completion: Completion }) {
  const { id, choices, at, offersJson, choose, chooseJson } = completion;
  const active = choices.length === at;
  return (
    <PickerBox>
      <ChoiceOptions id={id} label={`References for ${label}`} shown={choices} at={at} onPick={choose}>
        {offersJson && (
          <ListOption
            id={`${id}option${choices.length}`}
            className={`sw-option ${active ? "is-active" : ""}`}
            active={active}
            onPick={chooseJson}
          >
            <span className="sw-option-name">A value of a JSON file in S3</span>
          </ListOption>
        )}
      </ChoiceOptions>
    </PickerBox>
  );
}
