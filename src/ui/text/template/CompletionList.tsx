import { ListOption } from "../../kit/ListOption";
import { PickerBox } from "../references/PickerBox";
import { SourceOptions } from "../references/SourceOptions";
import type { Completion } from "./useCompletion";

/** What fits, below the text: by step, parameters, execution variables. The keys are those of the text box. */
export function CompletionList({ label, completion }: { readonly label: string; readonly completion: Completion }) {
  const { id, groups, choices, at, offersJson, choose, chooseJson } = completion;
  return (
    <PickerBox>
      <SourceOptions id={id} label={label} groups={groups} flat={choices} at={at} onPick={choose}>
        {offersJson && (
          <ListOption
            id={`${id}option${choices.length}`}
            className="sw-source"
            active={choices.length === at}
            onPick={chooseJson}
          >
            <span className="sw-source-name">A value of a JSON file in S3</span>
          </ListOption>
        )}
      </SourceOptions>
    </PickerBox>
  );
}
