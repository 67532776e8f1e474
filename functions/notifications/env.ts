import * as z from 'zod';
import { placeSchema } from '../../shared/reference/vocabulary.ts';
import { environment, settings } from '../platform/environment.ts';

/**
 * Parses "east-kent=lead@example.nhs.uk,west-kent=other@example.nhs.uk". Places not listed have no lead;
 * their e-mails go to the team.
 */
const placeLeads = z
  .string()
  .default('')
  .transform((list) =>
    Object.fromEntries(
      list
        .split(',')
        .filter((pair) => pair.trim() !== '')
        .map((pair): [string, string] => {
          const [place = '', address = ''] = pair.split('=').map((part) => part.trim());
          return [place, address];
        }),
    ),
  )
  .pipe(z.partialRecord(placeSchema, z.email()));

/** Settings of the two functions that send e-mails. */
export const sendingEnvironment = (variables: Readonly<Record<string, string | undefined>> = process.env) =>
  environment(
    {
      SITE_URL: settings.SITE_URL,
      MAIL_FROM: settings.MAIL_FROM,
      MAIL_REPLY_TO: settings.MAIL_REPLY_TO,
      TEAM_EMAIL: settings.TEAM_EMAIL,
      CONFIGURATION_SET: settings.CONFIGURATION_SET,
      PLACE_LEADS: placeLeads,
      /** Maximum e-mails per hour for the whole service; 0 stops all e-mails. */
      EMAILS_AN_HOUR: z.coerce.number().int().min(0).default(500),
    },
    variables,
  );

/** The service's own URL, the only origin from which forms are accepted. */
export const siteEnvironment = () => environment({ SITE_URL: settings.SITE_URL });
