import * as z from 'zod';

/** What a rule hands to its target in place of the event. */
export const inputTransformer = z.strictObject({
  InputPathsMap: z.record(z.string(), z.string().startsWith('$.')),
  InputTemplate: z.string(),
});

const anyObject = z.record(z.string(), z.unknown());

/** "$.detail.mail.tags.emailId[0]" → what stands there; undefined where nothing does. */
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
 * The text that EventBridge sends: the template with what stands at each path of the event. What stands nowhere is left out.
 * @throws for a name that the template has and the map does not
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
