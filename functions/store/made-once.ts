import type { FunctionSystem } from './function-system.ts';

/** Makes something of a system when it is first needed, and keeps it for as long as the system's object lives. */
export const madeOnce = <Made>(
  make: (functionSystem: FunctionSystem) => Made,
): ((functionSystem: FunctionSystem) => Made) => {
  const kept = new WeakMap<FunctionSystem, { readonly made: Made }>();
  return (functionSystem) => {
    const found = kept.get(functionSystem) ?? { made: make(functionSystem) };
    kept.set(functionSystem, found);
    return found.made;
  };
};
