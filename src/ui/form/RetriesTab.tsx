import { memberItems, stepItem } from "../../editor/form/item";
import { Group } from "../kit/Group";
import { useInspectedStep } from "../kit/inspectedStep";
import { Hint } from "../kit/paragraphs";
import { FieldSlot } from "./FieldSlot";
import { GroupHead } from "./GroupHead";

/** Caching and retry policies, where SageMaker has them for the type. */
export function RetriesTab() {
  const { source } = useInspectedStep();
  const { envelope, label } = source.stepType;
  const caches = envelope.includes("CacheConfig");
  const retries = envelope.includes("RetryPolicies");
  if (!caches && !retries) {
    return <Hint>SageMaker neither retries nor caches {label} steps.</Hint>;
  }
  return (
    <>
      {retries ? (
        <FieldSlot item={stepItem(source, "RetryPolicies")} />
      ) : (
        <Hint>SageMaker doesn’t retry {label} steps.</Hint>
      )}
      {caches ? (
        <Group label="Caching" path="CacheConfig">
          <GroupHead item={stepItem(source, "CacheConfig")} />
          {memberItems(source, ["CacheConfig"]).map((item) => (
            <FieldSlot key={item.printed} item={item} />
          ))}
        </Group>
      ) : (
        <Hint>SageMaker doesn’t cache {label} steps.</Hint>
      )}
    </>
  );
}
