/** Makes a value when it is first needed, and keeps it. Makes it again if that failed. */
export const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
};
