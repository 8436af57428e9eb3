/** Which executions a person wants to see. */
import type { Execution, ParameterValue } from "../../../../contract/executions";

export interface ExecutionFilter {
  /** Null for any. */
  readonly status: string | null;
  /** Days of the person's own calendar as `2026-11-29`, both included; "" for no end. */
  readonly from: string;
  readonly to: string;
  /** `Name=value`, `Name` or `value`: part of a parameter; "" for any. */
  readonly parameter: string;
}

export const noFilter: ExecutionFilter = { status: null, from: "", to: "", parameter: "" };

export function isFiltered({ status, from, to, parameter }: ExecutionFilter): boolean {
  return status !== null || from !== "" || to !== "" || parameter.trim() !== "";
}

/** The moments that a filter's days lie between, as SageMaker is asked for them. */
export function momentsOf({ from, to }: ExecutionFilter): { readonly after?: string; readonly before?: string } {
  const begin = startOfDay(from, 0);
  const end = startOfDay(to, 1);
  return { ...(begin === null ? {} : { after: begin }), ...(end === null ? {} : { before: end }) };
}

/** In the person's own time zone; null for text that names no day. */
function startOfDay(day: string, later: number): string | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (year === undefined) return null;
  const moment = new Date(Number(year), Number(month) - 1, Number(date) + later);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

/** `parameters` undefined: not known yet, which fits only where none is asked for. */
export function fits(
  filter: ExecutionFilter,
  { status }: Pick<Execution, "status">,
  parameters: readonly ParameterValue[] | undefined,
): boolean {
  if (filter.status !== null && status !== filter.status) return false;
  const wanted = filter.parameter.trim().toLowerCase();
  if (wanted === "") return true;
  const [, name, value] = /^([^=]*?)\s*=\s*(.*)$/.exec(wanted) ?? [];
  return (parameters ?? []).some((parameter) => {
    const [hasName, hasValue] = [parameter.name.toLowerCase(), parameter.value.toLowerCase()];
    if (name !== undefined && value !== undefined) return hasName === name && hasValue.includes(value);
    return hasName.includes(wanted) || hasValue.includes(wanted);
  });
}
