/**
 * Makes a function whose code is loaded at its first call, so that a function that starts loads only what most visits need.
 * @param load imports the code and makes the function from it, once
 */
export const loadLater = <Input extends readonly unknown[], Output>(
  load: () => Promise<(...input: Input) => Output | Promise<Output>>,
): ((...input: Input) => Promise<Output>) => {
  let loaded: ReturnType<typeof load> | undefined;
  return async (...input) => {
    loaded ??= load();
    return (await loaded)(...input);
  };
};
