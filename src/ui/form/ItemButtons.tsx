import Button from "@cloudscape-design/components/button";
import { moveElement, removeField } from "../../editor/commands/fields/fields";
import type { Path } from "../../pipeline/definition/path";
import { useInspectedStep } from "../kit/inspectedStep";
import { useRun } from "../kit/useCommands";

interface Props {
  /** "condition 2", "item 3": what is moved or removed. */
  readonly title: string;
  readonly list: Path;
  readonly index: number;
  readonly count: number;
  /** False where the order counts for nothing. */
  readonly ordered?: boolean;
}

/** What moves an element of a list up and down, and removes it. */
export function ItemButtons({ title, list, index, count, ordered = true }: Props) {
  const run = useRun();
  const { stepKey, forgetGroups } = useInspectedStep();
  const move = (to: number) => {
    forgetGroups();
    run(moveElement, { step: stepKey, list, from: index, to, label: title });
  };
  const remove = () => {
    forgetGroups();
    run(removeField, { step: stepKey, path: [...list, index], label: title });
  };
  return (
    <>
      {ordered && index > 0 && (
        <Button
          variant="inline-icon"
          iconName="angle-up"
          ariaLabel={`Move ${title} up`}
          onClick={() => move(index - 1)}
        />
      )}
      {ordered && index < count - 1 && (
        <Button
          variant="inline-icon"
          iconName="angle-down"
          ariaLabel={`Move ${title} down`}
          onClick={() => move(index + 1)}
        />
      )}
      <Button variant="inline-icon" iconName="close" ariaLabel={`Remove ${title}`} onClick={remove} />
    </>
  );
}
