import { cacheBrokenByRunTimeValue } from "./beside/cacheBrokenByRunTimeValue";
import { cacheDurationInvalid } from "./beside/cacheDurationInvalid";
import { cacheNotAllowed } from "./beside/cacheNotAllowed";
import { cacheWithoutExpiry } from "./beside/cacheWithoutExpiry";
import { lambdaOutputNested } from "./beside/lambdaOutputNested";
import { outputParametersTooMany } from "./beside/outputParametersTooMany";
import { outputTypeInvalid } from "./beside/outputTypeInvalid";
import { outputUnused } from "./beside/outputUnused";
import { retryExclusive } from "./beside/retryExclusive";
import { retryNotAllowed } from "./beside/retryNotAllowed";
import { retryOutOfRange } from "./beside/retryOutOfRange";
import { conditionEmpty } from "./conditions/conditionEmpty";
import { conditionMalformed } from "./conditions/conditionMalformed";
import { conditionNested } from "./conditions/conditionNested";
import { conditionTypesDiffer } from "./conditions/conditionTypesDiffer";
import { conditionTypeUnknown } from "./conditions/conditionTypeUnknown";
import { definitionTooLarge } from "./document/definitionTooLarge";
import { experimentNameInvalid } from "./document/experimentNameInvalid";
import { pipelineNameLong } from "./document/pipelineNameLong";
import { unknownKey } from "./document/unknownKey";
import { enumUnknown } from "./fields/enumUnknown";
import { exclusiveFields } from "./fields/exclusiveFields";
import { kindMismatch } from "./fields/kindMismatch";
import { listTooLong } from "./fields/listTooLong";
import { requiredMissing } from "./fields/requiredMissing";
import { secretInDefinition } from "./fields/secretInDefinition";
import { textConfusable } from "./fields/textConfusable";
import { textTooLong } from "./fields/textTooLong";
import { unknownArgument } from "./fields/unknownArgument";
import { bodyStepReadOutside } from "./loops/bodyStepReadOutside";
import { cleanupSourceUnknown } from "./loops/cleanupSourceUnknown";
import { cleanupWithoutDependency } from "./loops/cleanupWithoutDependency";
import { currentItemOutside } from "./loops/currentItemOutside";
import { forEachBody } from "./loops/forEachBody";
import { forEachConcurrency } from "./loops/forEachConcurrency";
import { forEachItems } from "./loops/forEachItems";
import { forEachNameCollision } from "./loops/forEachNameCollision";
import { forEachSelector } from "./loops/forEachSelector";
import { iterationOutputNotIndexed } from "./loops/iterationOutputNotIndexed";
import { branchStepReadOutside } from "./order/branchStepReadOutside";
import { cycle } from "./order/cycle";
import { dependsOnBranch } from "./order/dependsOnBranch";
import { dependsOnCondition } from "./order/dependsOnCondition";
import { dependsOnFail } from "./order/dependsOnFail";
import { dependsOnUnknown } from "./order/dependsOnUnknown";
import { triggerUnknown } from "./order/triggerUnknown";
import { parameterDefaultNotInEnum } from "./parameters/parameterDefaultNotInEnum";
import { parameterDefaultType } from "./parameters/parameterDefaultType";
import { parameterNameDuplicate } from "./parameters/parameterNameDuplicate";
import { parameterNameInvalid } from "./parameters/parameterNameInvalid";
import { parameterUnused } from "./parameters/parameterUnused";
import { parameterWithoutDefault } from "./parameters/parameterWithoutDefault";
import type { Rule } from "./problem";
import { endpointConfigNameLiteral } from "./references/endpointConfigNameLiteral";
import { jsonGetNotProcessing } from "./references/jsonGetNotProcessing";
import { jsonGetS3WithoutDependency } from "./references/jsonGetS3WithoutDependency";
import { literalMatchesOutput } from "./references/literalMatchesOutput";
import { propertyFileOutputUnknown } from "./references/propertyFileOutputUnknown";
import { propertyFileUnknown } from "./references/propertyFileUnknown";
import { referenceMalformed } from "./references/referenceMalformed";
import { referenceNotAllowedHere } from "./references/referenceNotAllowedHere";
import { referenceUndeclaredOutput } from "./references/referenceUndeclaredOutput";
import { referenceUnknownParameter } from "./references/referenceUnknownParameter";
import { referenceUnknownProperty } from "./references/referenceUnknownProperty";
import { referenceUnknownStep } from "./references/referenceUnknownStep";
import { typeNeedsConversion } from "./references/typeNeedsConversion";
import { stepInTwoPlaces } from "./steps/stepInTwoPlaces";
import { stepNameDuplicate } from "./steps/stepNameDuplicate";
import { stepNameInvalid } from "./steps/stepNameInvalid";
import { stepNotConnected } from "./steps/stepNotConnected";
import { unknownStepType } from "./steps/unknownStepType";

/** The rules by their folders. A new one is one file in one of them and one line here; the folder's test then asks for its cases. */
export const ruleGroups = {
  document: [definitionTooLarge, experimentNameInvalid, pipelineNameLong, unknownKey],
  steps: [stepInTwoPlaces, stepNameDuplicate, stepNameInvalid, stepNotConnected, unknownStepType],
  fields: [
    enumUnknown,
    exclusiveFields,
    kindMismatch,
    listTooLong,
    requiredMissing,
    secretInDefinition,
    textConfusable,
    textTooLong,
    unknownArgument,
  ],
  references: [
    endpointConfigNameLiteral,
    jsonGetNotProcessing,
    jsonGetS3WithoutDependency,
    literalMatchesOutput,
    propertyFileOutputUnknown,
    propertyFileUnknown,
    referenceMalformed,
    referenceNotAllowedHere,
    referenceUndeclaredOutput,
    referenceUnknownParameter,
    referenceUnknownProperty,
    referenceUnknownStep,
    typeNeedsConversion,
  ],
  order: [
    branchStepReadOutside,
    cycle,
    dependsOnBranch,
    dependsOnCondition,
    dependsOnFail,
    dependsOnUnknown,
    triggerUnknown,
  ],
  conditions: [conditionEmpty, conditionMalformed, conditionNested, conditionTypeUnknown, conditionTypesDiffer],
  loops: [
    bodyStepReadOutside,
    cleanupSourceUnknown,
    cleanupWithoutDependency,
    currentItemOutside,
    forEachBody,
    forEachConcurrency,
    forEachItems,
    forEachNameCollision,
    forEachSelector,
    iterationOutputNotIndexed,
  ],
  beside: [
    cacheBrokenByRunTimeValue,
    cacheDurationInvalid,
    cacheNotAllowed,
    cacheWithoutExpiry,
    lambdaOutputNested,
    outputParametersTooMany,
    outputTypeInvalid,
    outputUnused,
    retryExclusive,
    retryNotAllowed,
    retryOutOfRange,
  ],
  parameters: [
    parameterDefaultNotInEnum,
    parameterDefaultType,
    parameterNameDuplicate,
    parameterNameInvalid,
    parameterUnused,
    parameterWithoutDefault,
  ],
} satisfies Readonly<Record<string, readonly Rule[]>>;

export const rules: readonly Rule[] = Object.values(ruleGroups).flat();
