/** What differs between the two SDKs: where their classes lie, which types they know, what they always write. */
import type { OwnClass } from "./own/ownClass";

export interface Sdk {
  /** As people install it. */
  readonly requirement: string;
  /** The module of each class that a program may need. */
  readonly modules: Readonly<Record<string, string>>;
  /** Names in the SDK's `StepTypeEnum` of the types that it knows. */
  readonly types: Readonly<Record<string, string>>;
  /** By step type: the shapes that its `Properties` are made of, where they come from the API. */
  readonly shapes: Readonly<Record<string, readonly string[]>>;
  /** By step type: how its own class is called. */
  readonly own: Readonly<Record<string, OwnClass>>;
  /** The keys of a definition that it always writes. */
  readonly rootKeys: readonly string[];
  /** Whether `DependsOn` may say what to wait for. */
  readonly hasTriggers: boolean;
}

/** The modules of classes: of `{ steps: "Step CacheConfig" }` in a package. */
export function modulesOf(pack: string, classes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(classes).flatMap(([module, names]) => names.split(" ").map((name) => [name, `${pack}.${module}`])),
  );
}

/** The shapes of the API from which both SDKs make the properties of steps. */
export const shapes: Sdk["shapes"] = {
  Training: ["DescribeTrainingJobResponse"],
  Processing: ["DescribeProcessingJobResponse"],
  Transform: ["DescribeTransformJobResponse"],
  Tuning: ["DescribeHyperParameterTuningJobResponse", "ListTrainingJobsForHyperParameterTuningJobResponse"],
  AutoML: ["DescribeAutoMLJobResponse"],
  Model: ["DescribeModelOutput"],
  RegisterModel: ["DescribeModelPackageOutput"],
  EndpointConfig: ["DescribeEndpointConfigOutput"],
  Endpoint: ["DescribeEndpointOutput"],
  InferenceComponent: ["DescribeInferenceComponentOutput"],
  Job: ["DescribeJobResponse"],
  EMR: ["Step"],
};
