import type { RouteKey } from '../../../shared/contracts/routes.ts';

/** What a function does to the table. Each use is one IAM permission on the table or on its index. */
export type TableUse = 'get' | 'read-partition' | 'read-list' | 'put' | 'count' | 'remove' | 'check';

/** Environment variables that a function may name. The table's name is added to every function that uses it. */
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

/** An interval, or a cron expression in London time outside 01:00 to 02:00, an hour that may occur twice or not at all. */
export type Timing = { readonly everyMinutes: number } | { readonly cron: string };

/** Filter of the table's stream, in Lambda's filter syntax. */
export type RowFilter = Readonly<Record<string, unknown>>;

/** Maximum number of changed rows in one run. */
export const ROWS_A_RUN = 10;

/** One function: what starts it, what it may do, and what users notice if it fails. */
export interface Capability {
  readonly room: string;
  readonly verb: string;
  /** Text of the alarm: what users notice. */
  readonly effect: string;
  readonly table: readonly TableUse[];
  readonly settings: readonly Setting[];
  /** From the table of routes. */
  readonly routes?: readonly RouteKey[];
  /** Receives requests that match no route. */
  readonly takesUnknownPaths?: true;
  readonly timing?: Timing;
  readonly rows?: RowFilter;
  readonly readsMailEvents?: true;
  readonly sendsMail?: true;
}
