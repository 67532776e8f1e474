import type { RouteKey } from '../../../shared/contracts/routes.ts';

/** What a function does to the table. Each word is exactly one permission on the table or on its index. */
export type TableUse = 'get' | 'read-partition' | 'read-list' | 'put' | 'count' | 'remove' | 'check';

/** Values of the environment that a function may ask for besides the table's name. */
export type Setting =
  | 'SITE_URL'
  | 'SEAL_SECRET'
  | 'MAIL_FROM'
  | 'MAIL_REPLY_TO'
  | 'TEAM_EMAIL'
  | 'CONFIGURATION_SET'
  | 'TRUSTED_DOMAINS'
  | 'PLACE_LEADS'
  | 'EMAILS_AN_HOUR'
  | 'VERSION';

/** Five minutes apart by the clock, or at an hour of a London day that exists once on every day of the year. */
export type Timing = { readonly everyMinutes: number } | { readonly cron: string };

/** Which rows of the table's stream start a function, in the words of Lambda's filter syntax. */
export type RowFilter = Readonly<Record<string, unknown>>;

/** Changed rows that one run of a function is handed at most. */
export const ROWS_A_RUN = 10;

/** One function: what starts it, what it may do, and what people notice when it does not work. */
export interface Capability {
  readonly room: string;
  readonly verb: string;
  /** Goes into the alarm: what a user sees, not what a machine does. */
  readonly effect: string;
  readonly table: readonly TableUse[];
  readonly settings: readonly Setting[];
  /** From the table of routes. */
  readonly routes?: readonly RouteKey[];
  /** Whatever no route takes comes here too. */
  readonly takesUnknownPaths?: true;
  readonly timing?: Timing;
  readonly rows?: RowFilter;
  readonly readsMailEvents?: true;
  readonly sendsMail?: true;
}
