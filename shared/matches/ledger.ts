import * as z from 'zod';
import type { Match } from './match.ts';
import { daysBetween, type Day, instantSchema, londonDay } from '../kernel/time.ts';
import { organisationRefSchema, placeSchema, seatRoleSchema } from '../reference/vocabulary.ts';

/** `own`: a learner with a DPP of their own organisation; owed to nobody, told for completeness. */
export const ledgerSides = ['hosted-for', 'placed-with', 'own'] as const;

export const ledgerEntrySchema = z.strictObject({
  /** Made from its cause: the same cause is one entry. */
  id: z.string(),
  /** Whose book this entry is in. */
  organisation: organisationRefSchema,
  side: z.enum(ledgerSides),
  counterpart: organisationRefSchema,
  homePlace: placeSchema,
  hostPlace: placeSchema,
  matchId: z.string(),
  requestId: z.string(),
  role: seatRoleSchema,
  /** Hours agreed; below 0 where they were never given. */
  hours: z.number().int(),
  /** From when the credit fades: the agreement, also for what takes it back. */
  since: instantSchema,
  at: instantSchema,
});
/** One line of an organisation's book of give and take. Lines are added, never changed. */
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** Hours of a match that are not given any more when it ends on a day: its days are taken as equally full. */
const hoursNotGiven = ({ hours, from, to }: Match, endedOn: Day): number => {
  const days = daysBetween(from, to) + 1;
  const served = Math.max(0, Math.min(days, daysBetween(from, endedOn)));
  return hours - Math.floor((hours * served) / days);
};

const written = (match: Match, what: 'agreed' | 'reversed', hours: number, at: string): LedgerEntry[] => {
  const { id: matchId, requestId, role, home, homePlace, host, hostPlace, agreedAt: since } = match;
  const line = (
    side: LedgerEntry['side'],
    organisation: LedgerEntry['organisation'],
    counterpart: LedgerEntry['organisation'],
  ): LedgerEntry => ({
    id: `${matchId}.${what}.${side}`,
    organisation,
    side,
    counterpart,
    homePlace,
    hostPlace,
    matchId,
    requestId,
    role,
    hours,
    since,
    at,
  });
  return home.id === host.id
    ? [line('own', host, home)]
    : [line('hosted-for', host, home), line('placed-with', home, host)];
};

/**
 * What the move that brought a match into its state writes into both organisations' books: the agreed hours, or their
 * reversal once it is undone or ended early. Starting, completing and extending write nothing.
 */
export const ledgerEntriesOf = (match: Match): readonly LedgerEntry[] => {
  const { state, endedAt, agreedAt, hours } = match;
  if (state === 'agreed') return written(match, 'agreed', hours, agreedAt);
  if (endedAt === undefined || (state !== 'undone' && state !== 'ended-early')) return [];
  const lost = state === 'undone' ? hours : hoursNotGiven(match, londonDay(endedAt));
  return lost === 0 ? [] : written(match, 'reversed', -lost, endedAt);
};

/** Everything that a match has ever written, from its agreement to its end. */
export const ledgerHistoryOf = (match: Match): readonly LedgerEntry[] => [
  ...ledgerEntriesOf({ ...match, state: 'agreed' }),
  ...(match.state === 'agreed' ? [] : ledgerEntriesOf(match)),
];
