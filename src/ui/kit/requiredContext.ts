import { type Context, createContext, useContext } from "react";

/** A context that components below cannot do without, and the hook that takes from it. */
export function requiredContext<T extends object>(what: string): readonly [Context<T | null>, () => T] {
  const context = createContext<T | null>(null);
  return [
    context,
    function useRequired() {
      const value = useContext(context);
      if (value === null) throw new Error(`There is no ${what} around this component.`);
      return value;
    },
  ];
}
