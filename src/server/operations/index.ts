import type { OperationName } from "../../contract/operations";
import { answerCallback } from "./answerCallback";
import { attachHandler } from "./attachHandler";
import { createSchedule } from "./createSchedule";
import { definitionForExecution } from "./definitionForExecution";
import { deletePipeline } from "./deletePipeline";
import { deploy } from "./deploy";
import { describeExecution } from "./describeExecution";
import { describePipeline } from "./describePipeline";
import { freshLink } from "./freshLink";
import { invokeFunction } from "./invokeFunction";
import { listAliases } from "./listAliases";
import { listCode } from "./listCode";
import { listExecutions } from "./listExecutions";
import { listFiles } from "./listFiles";
import { listHandlers } from "./listHandlers";
import { listPipelines } from "./listPipelines";
import { listPipelineVersions } from "./listPipelineVersions";
import { listResources } from "./listResources";
import { listSchedules } from "./listSchedules";
import { listSteps } from "./listSteps";
import { moveAlias } from "./moveAlias";
import type { Operation } from "./operation";
import { parametersForExecution } from "./parametersForExecution";
import { pauseSchedule } from "./pauseSchedule";
import { plan } from "./plan";
import { preflight } from "./preflight";
import { readFile } from "./readFile";
import { retryExecution } from "./retryExecution";
import { session } from "./session";
import { startExecution } from "./startExecution";
import { stepDetails } from "./stepDetails";
import { stepLog } from "./stepLog";
import { stopExecution } from "./stopExecution";
import { targetAccount } from "./targetAccount";
import { targets } from "./targets";
import { tryHandler } from "./tryHandler";
import { updateExecution } from "./updateExecution";
import { withdrawHandler } from "./withdrawHandler";
import { writeFile } from "./writeFile";

export type Handlers = { readonly [Name in OperationName]: Operation<Name> };

/** How each operation of the contract is carried out: one that is missing, or that answers something else, does not compile. */
export const handlers = {
  session,
  freshLink,
  targets,
  plan,
  deploy,
  targetAccount,
  preflight,
  listAliases,
  moveAlias,
  listSchedules,
  createSchedule,
  pauseSchedule,
  listResources,
  listPipelines,
  describePipeline,
  listPipelineVersions,
  deletePipeline,
  startExecution,
  stopExecution,
  retryExecution,
  answerCallback,
  updateExecution,
  describeExecution,
  listExecutions,
  listSteps,
  stepDetails,
  stepLog,
  parametersForExecution,
  definitionForExecution,
  listFiles,
  readFile,
  writeFile,
  listHandlers,
  attachHandler,
  withdrawHandler,
  tryHandler,
  invokeFunction,
  listCode,
} satisfies Handlers;
