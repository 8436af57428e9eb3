import {
  DescribeImagesCommand,
  type DescribeImagesCommandInput,
  DescribeRepositoriesCommand,
  ECRClient,
} from "@aws-sdk/client-ecr";
import { twoClients } from "../twoClients";
import type { Connect } from "./connect";

/** What Stepwire asks of ECR. */
export function ecr({ configOf, limits }: Connect) {
  const { read } = twoClients((attempts) => new ECRClient(configOf(attempts)), limits);
  return {
    describeImages: (input: DescribeImagesCommandInput) => read.send(new DescribeImagesCommand(input)),
    describeRepositories: (nextToken?: string) =>
      read.send(new DescribeRepositoriesCommand({ nextToken, maxResults: 1000 })),
  };
}
