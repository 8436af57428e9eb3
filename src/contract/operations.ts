import * as account from "./account";
import * as aliases from "./aliases";
import type { AppError } from "./appError";
import { deployedSchema, deployRequest, planRequest, planSchema } from "./deploy";
import * as executions from "./executions";
import * as files from "./files";
import * as code from "./handlers";
import * as pipelines from "./pipelines";
import * as schedules from "./schedules";
import { z } from "./schema";
import { exchangeCodeRequest, freshLinkRequest, freshLinkSchema, sessionSchema } from "./sessionSchema";
import { targetsSchema } from "./targetSchema";

/**
 * Everything the page can ask of the server: `POST /api/NAME` with `request` as the body, answered by `response` or a failure.
 * Adding an operation = one line here, and one file with its line in `server/operations`; the client's method follows from the line here.
 */
export const operations = {
  session: { request: exchangeCodeRequest, response: sessionSchema },
  freshLink: { request: freshLinkRequest, response: freshLinkSchema },
  targets: { request: z.object({}), response: targetsSchema },
  plan: { request: planRequest, response: planSchema },
  deploy: { request: deployRequest, response: deployedSchema },
  targetAccount: { request: account.targetAccountRequest, response: account.targetAccountSchema },
  preflight: { request: account.preflightRequest, response: account.preflightSchema },
  listResources: { request: account.listResourcesRequest, response: account.resourceListSchema },
  listPipelines: { request: pipelines.listPipelinesRequest, response: pipelines.pipelineListSchema },
  describePipeline: { request: pipelines.describePipelineRequest, response: pipelines.deployedPipelineSchema },
  listPipelineVersions: { request: pipelines.pipelineRequest, response: pipelines.versionListSchema },
  deletePipeline: { request: pipelines.deletePipelineRequest, response: pipelines.pipelineArnSchema },
  startExecution: { request: executions.startExecutionRequest, response: executions.executionArnSchema },
  stopExecution: { request: executions.stopExecutionRequest, response: executions.executionArnSchema },
  retryExecution: { request: executions.retryExecutionRequest, response: executions.executionArnSchema },
  answerCallback: { request: executions.answerCallbackRequest, response: executions.executionArnSchema },
  updateExecution: { request: executions.updateExecutionRequest, response: executions.executionArnSchema },
  describeExecution: { request: executions.executionRequest, response: executions.executionSchema },
  listExecutions: { request: executions.listExecutionsRequest, response: executions.executionListSchema },
  listSteps: { request: executions.executionRequest, response: executions.stepListSchema },
  stepDetails: { request: executions.stepDetailsRequest, response: executions.stepDetailsSchema },
  stepLog: { request: executions.stepLogRequest, response: executions.stepLogSchema },
  parametersForExecution: { request: executions.executionRequest, response: executions.parameterListSchema },
  listAliases: { request: aliases.listAliasesRequest, response: aliases.aliasListSchema },
  moveAlias: { request: aliases.moveAliasRequest, response: aliases.movedAliasSchema },
  listSchedules: { request: schedules.listSchedulesRequest, response: schedules.scheduleListSchema },
  createSchedule: { request: schedules.createScheduleRequest, response: schedules.scheduleArnSchema },
  pauseSchedule: { request: schedules.pauseScheduleRequest, response: schedules.scheduleArnSchema },
  listFiles: { request: files.listFilesRequest, response: files.fileListSchema },
  readFile: { request: files.readFileRequest, response: files.readFileSchema },
  writeFile: { request: files.writeFileRequest, response: files.writeFileSchema },
  listHandlers: { request: code.listHandlersRequest, response: code.handlersSchema },
  attachHandler: { request: code.attachHandlerRequest, response: code.attachHandlerSchema },
  withdrawHandler: { request: code.withdrawHandlerRequest, response: z.object({}) },
  tryHandler: { request: code.tryHandlerRequest, response: code.functionEndSchema },
  invokeFunction: { request: code.invokeFunctionRequest, response: code.functionEndSchema },
  listCode: { request: code.listCodeRequest, response: code.listCodeSchema },
  definitionForExecution: { request: executions.executionRequest, response: executions.executionDefinitionSchema },
} as const;

export type Operations = typeof operations;
export type OperationName = keyof Operations;
export type RequestOf<Name extends OperationName> = z.infer<Operations[Name]["request"]>;
export type ResponseOf<Name extends OperationName> = z.infer<Operations[Name]["response"]>;

/** What every call comes to: a value, or an error as data. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };
