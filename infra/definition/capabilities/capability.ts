import type { ChangeQueue } from '../../../shared/contracts/change-queues.ts';
import type { RouteKey } from '../../../shared/contracts/routes.ts';

/**
 * A use that a function makes of the table. Each use corresponds to one IAM permission on the table or on one of its
 * indexes.
 */
export type TableUse =
  'get' | 'read-partition' | 'read-list' | 'read-changes' | 'put' | 'count' | 'remove' | 'check';

/**
 * A use that a function makes of the objects in the bucket of files whose keys start with `prefix`, in which `*` stands
 * for any text: `*` + `/directory/` is the directory of every system. A write that depends on the stored version
 * needs `get` too.
 */
export interface ObjectUse {
  readonly use: 'get' | 'put' | 'list' | 'remove';
  readonly prefix: string;
}

/**
 * Environment variables that a function's definition may list. The names of the table and of the bucket of files are not
 * among them: every function gets those.
 */
export type Setting = 'MAIL_FROM' | 'CONFIGURATION_SET' | 'EMAILS_AN_HOUR' | 'VERSION';

/**
 * A secret: `door` is the header with which CloudFront shows that a request came through it, `form` encrypts the answers
 * that a form passes from page to page.
 */
export type SecretName = 'door' | 'form';

/**
 * The times at which a function runs: at intervals of some minutes, or by a cron expression in London time. A cron
 * time must not lie between 01:00 and 02:00, an hour that clock changes repeat or skip.
 */
export type Timing = { readonly everyMinutes: number } | { readonly cron: string };

/** Filter that selects changed rows from the table's stream, in Lambda's filter syntax. */
export type RowFilter = Readonly<Record<string, unknown>>;

/** Maximum number of changed rows that one run of a function receives. */
export const ROWS_A_RUN = 100;

/** One function: what starts it, what it may do, and what users notice if it fails. */
export interface Capability {
  readonly room: string;
  readonly verb: string;
  /** Effect on users if the function fails; becomes the text of its alarm. */
  readonly effect: string;
  readonly table: readonly TableUse[];
  readonly objects?: readonly ObjectUse[];
  readonly settings: readonly Setting[];
  /** Secrets that the function reads besides the door, which every function that answers requests reads. */
  readonly secrets?: readonly SecretName[];
  /** Keys of the HTTP routes in shared/contracts/routes.ts that this function answers. */
  readonly routes?: readonly RouteKey[];
  /** Serves the deployment as a whole, so that it need not know the systems. */
  readonly servesDeployment?: true;
  /** Receives requests that match no route. */
  readonly takesUnknownPaths?: true;
  readonly timing?: Timing;
  /** Filters of the table's stream; the function gets each changed row that one of them accepts. */
  readonly rows?: readonly RowFilter[];
  /** Queue from which the function gets messages. A queue exists if a function reads it. */
  readonly reads?: ChangeQueue;
  /** Queues to which the function sends; those that no function reads are left out. */
  readonly sendsTo?: readonly ChangeQueue[];
  readonly readsMailEvents?: true;
  readonly sendsMail?: true;
  /** Writes the exports of the audit into their locked bucket. */
  readonly exportsAudit?: true;
  /** Runs at once are kept free for it: see `reservedConcurrency` of a stage. */
  readonly reserves?: 'answering' | 'sending';
}

/** The secrets that a function reads. */
export const secretsOf = ({
  routes,
  takesUnknownPaths,
  secrets = [],
}: Pick<Capability, 'routes' | 'takesUnknownPaths' | 'secrets'>): readonly SecretName[] =>
  routes === undefined && takesUnknownPaths === undefined ? secrets : ['door', ...secrets];
