import type { Objects } from '../../../functions/platform/objects/objects.ts';
import type { Change, Row, Table } from '../../../functions/store/table/table.ts';
import type { BorderPlant } from '../borders/border-plants.ts';
import type { Dice } from '../dice.ts';
import type { Ledger } from '../ledger.ts';
import type { Ports, Services } from '../services.ts';

export interface About {
  /** Name of the running function. */
  readonly what: string;
  readonly history: Ledger;
  readonly dice: Dice;
}

/** A fault that is planted between the use cases and their ports. */
export interface Plant {
  readonly name: string;
  readonly words: string;
  /** The words of the rules that have to notice the fault. Another rule that notices it does not count. */
  readonly noticedAs: RegExp;
  /** The sort of seeds in which alone the fault shows; `years` are of more than a year. */
  readonly needs?: 'rounds' | 'files' | 'floods' | 'years' | 'leads';
  /** The fault, if it shows only in seeds about two neighbouring systems. */
  readonly ofBorders?: BorderPlant;
  readonly ports?: (ports: Ports, about: About) => Ports;
  readonly services?: (services: Services, about: About) => Services;
  /** Whether the function that starts now is of an older version, which does not know the latest rules. */
  readonly isOlder?: () => boolean;
}

type Noun = Readonly<Record<string, unknown>> & { readonly id: string };

export const nounOf = (row: Row): Noun => row['noun'] as Noun;
export const withNoun = (row: Row, changes: object): Row => ({
  ...row,
  noun: { ...nounOf(row), ...changes },
});

type Put = Extract<Change, { readonly do: 'put' }>;
export const isPutOf = (change: Change, ...kinds: readonly string[]): change is Put =>
  change.do === 'put' && kinds.includes(String(change.row['kind']));

/** Wraps the table. */
export const overTable = (ports: Ports, over: (table: Table) => Partial<Table>): Ports => ({
  ...ports,
  table: { ...ports.table, ...over(ports.table) },
});

/** Wraps the table. The wrapper alters or omits changes before they are committed. */
export const committing = (ports: Ports, change: (all: readonly Change[]) => readonly Change[]): Ports =>
  overTable(ports, (table) => ({ commit: (changes, key) => table.commit(change(changes), key) }));

/** Wraps the table. The wrapper alters every change before it is committed. */
export const changing = (ports: Ports, change: (one: Change) => Change): Ports =>
  committing(ports, (changes) => changes.map(change));

/** Wraps the table so that rows read by their key are altered or missing. */
export const reading = (ports: Ports, read: (row: Row) => Row | undefined): Ports =>
  overTable(ports, (table) => ({
    get: async (wanted) => (await table.get(wanted)).flatMap((row) => read(row) ?? []),
  }));

/** Wraps the bucket of files. */
export const overObjects = (ports: Ports, over: (objects: Objects) => Partial<Objects>): Ports => ({
  ...ports,
  objects: { ...ports.objects, ...over(ports.objects) },
});

/** Whether a function sends e-mails. */
export const sends = (what: string): boolean => what === 'send-emails' || what === 'sweep-outbox';
/** Whether a function makes offers one by one. */
export const matches = (what: string): boolean => what.startsWith('match-');
