import type { ExportSource, ExportWriter } from "./form";
import { sdk3 } from "./python/sdk3";
import { writeProgram } from "./python/write";

/** A program for version 3 of the SageMaker Python SDK. */
export const python = {
  write: (source: ExportSource) => writeProgram(source, sdk3).text,
  losses: () => [],
} satisfies ExportWriter;
