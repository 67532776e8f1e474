import * as z from 'zod';
import type { Match, MatchIn } from './match.ts';
import { employerRefOf } from '../people/employer-ref-of.ts';
import { hoursPlannedUntil } from './hours-planned.ts';
import { quarterHours } from '../kernel/quarter-hours.ts';
import { instantSchema, londonDay } from '../kernel/time.ts';
import { organisationRefSchema, placeSchema, seatRoleSchema } from '../reference/vocabulary.ts';

/**
 * `own`: the learner and the DPP have the same employer. Nobody owes these hours; they are listed
 * for completeness.
 */
export const ledgerSides = ['hosted-for', 'placed-with', 'own'] as const;

export const ledgerEntrySchema = z.strictObject({
  /** Derived from what caused the entry, so that one cause never has two entries. */
  id: z.string(),
  /** The organisation in whose ledger the entry is. */
  organisation: organisationRefSchema,
  side: z.enum(ledgerSides),
  counterpart: organisationRefSchema,
  homePlace: placeSchema,
  hostPlace: placeSchema,
  matchId: z.string(),
  requestId: z.string(),
  role: seatRoleSchema,
  /** Hours agreed; negative for agreed hours that are taken back because they were not given. */
  hours: quarterHours(),
  /** The same for the seat, if it has more hours because a team gives the rest: what a learner counts for. */
  seatHours: quarterHours().exactOptional(),
  /**
   * Time from which the credit fades. This is the time of the agreement, even for an entry that takes hours
   * back.
   */
  since: instantSchema,
  at: instantSchema,
});
/**
 * One entry in an organisation's ledger. The ledger records the learners that the organisation hosts for
 * others, and its own learners that others host. Append-only.
 */
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/**
 * Computes the hours that are not given because a match ends early: those agreed, without those that a side said were
 * done. If nobody said, the hours are taken as spread evenly over the days.
 */
const hoursNotGiven = (match: MatchIn<'ended-early'>): number => {
  const done = match.ending?.hoursDone ?? hoursPlannedUntil(match, londonDay(match.endedAt));
  return Math.max(0, match.hours - done);
};

/** What the entries of one exchange have in common. */
interface Exchanged extends Omit<LedgerEntry, 'id' | 'side' | 'organisation' | 'counterpart'> {
  /** Beginning of the entries' ids. */
  readonly cause: string;
}

/** Makes the entries of both employers for one exchange, or the one entry of an own learner. */
const linesOf = (
  { cause, ...entry }: Exchanged,
  home: LedgerEntry['organisation'],
  host: LedgerEntry['organisation'],
): readonly LedgerEntry[] => {
  const line = (
    side: LedgerEntry['side'],
    organisation: LedgerEntry['organisation'],
    counterpart: LedgerEntry['organisation'],
  ): LedgerEntry => ({ ...entry, id: `${cause}.${side}`, side, organisation, counterpart });
  return employerRefOf(home).id === employerRefOf(host).id
    ? [line('own', host, home)]
    : [line('hosted-for', host, home), line('placed-with', home, host)];
};

const written = (
  match: Match,
  what: 'agreed' | 'reversed',
  { hours, seatHours }: Pick<LedgerEntry, 'hours' | 'seatHours'>,
  at: string,
): readonly LedgerEntry[] => {
  const { id: matchId, requestId, role, home, homePlace, host, hostPlace, agreedAt: since } = match;
  return linesOf(
    {
      cause: `${matchId}.${what}`,
      ...{ homePlace, hostPlace, matchId, requestId, role, hours, since, at },
      ...(seatHours === undefined ? {} : { seatHours }),
    },
    home,
    host,
  );
};

const agreement = (match: Match): readonly LedgerEntry[] => written(match, 'agreed', match, match.agreedAt);

const reversal = (match: MatchIn<'undone' | 'ended-early'>): readonly LedgerEntry[] => {
  const hours = match.state === 'undone' ? match.hours : hoursNotGiven(match);
  if (hours === 0) return [];
  const { seatHours } = match;
  // The rest of the seat, which a team gives, is taken back in proportion.
  const ofSeat = seatHours === undefined ? undefined : Math.round((seatHours * hours * 4) / match.hours) / 4;
  return written(
    match,
    'reversed',
    { hours: -hours, ...(ofSeat === undefined ? {} : { seatHours: -ofSeat }) },
    match.endedAt,
  );
};

/**
 * Makes the entries in both organisations' ledgers for a match that has just entered its state. An agreement
 * adds the agreed hours. An undo or an early end takes back the hours that were not given. Start, completion
 * and extension make no entries.
 */
export const ledgerEntriesOf = (match: Match): readonly LedgerEntry[] => {
  switch (match.state) {
    case 'agreed':
      return agreement(match);
    case 'undone':
    case 'ended-early':
      return reversal(match);
    case 'started':
    case 'completed':
      return [];
  }
};

/** All entries of a match, from its agreement to its end. */
export const ledgerHistoryOf = (match: Match): readonly LedgerEntry[] => [
  ...agreement(match),
  ...(match.state === 'agreed' ? [] : ledgerEntriesOf(match)),
];

/**
 * Rewrites the exchange of a ledger entry for an organisation that turned out to be another one.
 * @returns the entries of the exchange before and after, in the ledgers of both organisations
 */
export const movedExchange = (
  { id, side, organisation, counterpart, ...common }: LedgerEntry,
  from: string,
  to: LedgerEntry['organisation'],
): { readonly before: readonly LedgerEntry[]; readonly after: readonly LedgerEntry[] } => {
  const exchanged = { ...common, cause: id.slice(0, -side.length - 1) };
  const [home, host] = side === 'placed-with' ? [organisation, counterpart] : [counterpart, organisation];
  const moved = (one: LedgerEntry['organisation']) => (one.id === from ? to : one);
  return { before: linesOf(exchanged, home, host), after: linesOf(exchanged, moved(home), moved(host)) };
};
