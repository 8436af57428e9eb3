import Elk from "elkjs/lib/elk-api";
import type { ElkNode, RunElk } from "../../../pipeline/layout/elk/elkNode";
import { workerUrl } from "./workerUrl";

let elk: InstanceType<typeof Elk> | null = null;

/** Lays out in a worker, which stays for the next time. */
export const runElk: RunElk = async (graph) => {
  elk ??= new Elk({
    algorithms: ["layered", "rectpacking"],
    workerFactory: () => new Worker(workerUrl(), { type: "module" }),
  });
  const laidOut: ElkNode = await elk.layout(graph as Parameters<typeof elk.layout>[0]);
  return laidOut;
};
