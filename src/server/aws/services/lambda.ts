import {
  GetFunctionConfigurationCommand,
  InvokeCommand,
  LambdaClient,
  ListFunctionsCommand,
} from "@aws-sdk/client-lambda";
import { twoClients } from "../twoClients";
import type { Connect } from "./connect";

/** What Stepwire asks of Lambda. */
export function lambda({ configOf, limits }: Connect) {
  const { read, write } = twoClients((attempts) => new LambdaClient(configOf(attempts)), limits);
  return {
    getFunctionConfiguration: (FunctionName: string) =>
      read.send(new GetFunctionConfigurationCommand({ FunctionName })),
    /** Once: the SDK sends nothing again. The answer has the end of the log. */
    invoke: (FunctionName: string, event: string) =>
      write.send(new InvokeCommand({ FunctionName, LogType: "Tail", Payload: new TextEncoder().encode(event) })),
    listFunctions: (Marker?: string) => read.send(new ListFunctionsCommand({ Marker, MaxItems: 50 })),
  };
}
