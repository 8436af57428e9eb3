import {
  HeadBucketCommand,
  type HeadBucketCommandInput,
  ListBucketsCommand,
  type ListBucketsCommandInput,
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
} from "@aws-sdk/client-s3";
import { twoClients } from "../twoClients";
import type { Connect } from "./connect";

/** What Stepwire asks of S3. */
export function s3({ configOf, limits }: Connect) {
  const { read, write } = twoClients((attempts) => new S3Client(configOf(attempts)), limits);
  return {
    headBucket: (input: HeadBucketCommandInput) => read.send(new HeadBucketCommand(input)),
    listBuckets: (input: ListBucketsCommandInput) => read.send(new ListBucketsCommand(input)),
    listObjects: (input: ListObjectsV2CommandInput) => read.send(new ListObjectsV2Command(input)),
    putObject: (input: PutObjectCommandInput) => write.send(new PutObjectCommand(input)),
  };
}
