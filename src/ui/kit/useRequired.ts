import { type Context, useContext } from "react";

/** What a component takes from a context that it cannot do without. */
export function useRequired<T extends object>(context: Context<T | null>, what: string): T {
  const value = useContext(context);
  if (value === null) throw new Error(`There is no ${what} around this component.`);
  return value;
}
