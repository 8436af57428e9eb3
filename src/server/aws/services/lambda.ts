import { GetFunctionConfigurationCommand, LambdaClient, ListFunctionsCommand } from "@aws-sdk/client-lambda";
import { twoClients } from "../twoClients";
import type { Connect } from "./connect";

/** What Stepwire asks of Lambda. */
export function lambda({ configOf, limits }: Connect) {
  const { read } = twoClients((attempts) => new LambdaClient(configOf(attempts)), limits);
  return {
    getFunctionConfiguration: (FunctionName: string) =>
      read.send(new GetFunctionConfigurationCommand({ FunctionName })),
    listFunctions: (Marker?: string) => read.send(new ListFunctionsCommand({ Marker, MaxItems: 50 })),
  };
}
