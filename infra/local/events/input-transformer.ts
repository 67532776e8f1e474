import * as z from 'zod';

/**
 * Schema of an EventBridge rule's input transformer, which describes the text that the target receives
 * instead of the event.
 */
export const inputTransformer = z.strictObject({
  InputPathsMap: z.record(z.string(), z.string().startsWith('$.')),
  InputTemplate: z.string(),
});

const anyObject = z.record(z.string(), z.unknown());

/**
 * Returns the value at a path such as "$.detail.mail.tags.emailId[0]"; undefined if the event has no such
 * value.
 */
const at = (event: unknown, path: string): unknown =>
  path
    .slice(2)
    .split(/\.|(?=\[)/u)
    .reduce<unknown>((value, step) => {
      const index = /^\[(\d+)\]$/u.exec(step)?.[1];
      if (index !== undefined) return z.array(z.unknown()).safeParse(value).data?.[Number(index)];
      return anyObject.safeParse(value).data?.[step];
    }, event);

/**
 * Builds the text that EventBridge sends: the template with the value at each path filled in, or an empty
 * text where the event has no such value.
 * @throws if the template uses a name that the map does not define
 */
export const transformed = (
  { InputPathsMap, InputTemplate }: z.infer<typeof inputTransformer>,
  event: unknown,
): string =>
  InputTemplate.replace(/<([\w-]+)>/gu, (_, name: string) => {
    const path = InputPathsMap[name];
    if (path === undefined) throw new Error(`the input template names ${name}, which has no path`);
    const value = at(event, path);
    return value === undefined ? '' : JSON.stringify(value);
  });
