import { memberItems, stepItem } from "../../editor/form/item";
import { useInspectedStep } from "../kit/inspectedStep";
import { FieldSlot } from "./FieldSlot";
import { GroupHead } from "./GroupHead";

/** Caching and retry policies, where SageMaker has them for the type. */
export function RetriesTab() {
  const { source } = useInspectedStep();
  const { envelope, label } = source.stepType;
  const caches = envelope.includes("CacheConfig");
  const retries = envelope.includes("RetryPolicies");
  if (!caches && !retries) {
    return <p className="sw-inspector-hint">SageMaker neither retries nor caches {label} steps.</p>;
  }
  return (
    <>
      {retries ? (
        <FieldSlot item={stepItem(source, "RetryPolicies")} />
      ) : (
        <p className="sw-inspector-hint">SageMaker doesn’t retry {label} steps.</p>
      )}
      {caches ? (
        <section className="sw-group" aria-label="Caching" data-path="CacheConfig">
          <GroupHead item={stepItem(source, "CacheConfig")} />
          {memberItems(source, ["CacheConfig"]).map((item) => (
            <FieldSlot key={item.printed} item={item} />
          ))}
        </section>
      ) : (
        <p className="sw-inspector-hint">SageMaker doesn’t cache {label} steps.</p>
      )}
    </>
  );
}
