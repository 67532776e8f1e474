import * as z from 'zod';

/** Schemas of the settings in a function's environment. */
export const settings = {
  TABLE_NAME: z.string().min(1),
  BUCKET_NAME: z.string().min(1),
  /** Name of the locked bucket for the exports of the audit. */
  AUDIT_BUCKET_NAME: z.string().min(1),
  /** Base URLs of systems that are not reached by their domains: "anyshire=http://localhost:8080,…". */
  SITE_URLS: z
    .string()
    .default('')
    .transform((list): Readonly<Record<string, string>> =>
      Object.fromEntries(
        list
          .split(',')
          .filter((pair) => pair.includes('='))
          .map((pair): [string, string] => {
            const [id = '', ...url] = pair.split('=');
            return [id, url.join('=')];
          }),
      ),
    ),
  /** ARN of the secret that encrypts the answers that a form passes from page to page. */
  FORM_SECRET_ARN: z.string().min(1),
  /** ARN of the secret that CloudFront sends with each request. */
  DOOR_SECRET_ARN: z.string().min(1),
  MAIL_FROM: z.string().min(3),
  CONFIGURATION_SET: z.string().min(1),
  VERSION: z.string().min(1),
} as const;

/**
 * Reads the environment when a function starts.
 *
 * @throws Error that names missing or invalid settings, never their values
 */
export const environment = <Shape extends z.ZodRawShape>(
  shape: Shape,
  variables: Readonly<Record<string, string | undefined>> = process.env,
): z.infer<z.ZodObject<Shape>> => {
  const parsed = z.object(shape).safeParse(variables);
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))].sort();
  throw new Error(`settings missing or wrong: ${names.join(', ')}`);
};
