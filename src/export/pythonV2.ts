import type { ExportSource, ExportWriter } from "./form";
import { sdk2 } from "./python/sdk2";
import { writeProgram } from "./python/write";

/** A program for version 2 of the SageMaker Python SDK. */
export const pythonV2 = {
  write: (source: ExportSource) => writeProgram(source, sdk2).text,
  losses: () => [],
} satisfies ExportWriter;
