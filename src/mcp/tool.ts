import type { z } from "zod";

/** Adds a tool: what it is called, what it does, what it takes, and its work, whose answer is told as JSON. */
export type AddTool = <Shape extends z.ZodRawShape>(
  name: string,
  description: string,
  inputSchema: Shape,
  work: (args: z.infer<z.ZodObject<Shape>>) => unknown,
  annotations?: object,
) => void;
