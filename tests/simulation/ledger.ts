import type { Email } from '../../shared/notifications/email.ts';
import type { Match } from '../../shared/matches/match.ts';
import type { Offer } from '../../shared/offers/offer.ts';
import type { Practitioner } from '../../shared/people/practitioner.ts';
import type { ErasedWithPlaceholders } from '../../shared/privacy/erase-practitioner.ts';
import type { StoredRequest } from '../../shared/requests/request.ts';
import type { Round } from '../../shared/rounds/round.ts';
import { keyOf } from '../../functions/store/dynamo/possible-commit.ts';
import type { Change, Row } from '../../functions/store/table/table.ts';

/** A record before and after a commit. */
export interface Step<Noun> {
  readonly before: Noun | undefined;
  readonly after: Noun;
}

/** A practitioner as stored in a row. An erased practitioner has the placeholders that version 0.1.0 requires. */
export type PractitionerNoun = Practitioner | ErasedWithPlaceholders;

/** The changes of one commit. */
export interface Committed {
  readonly at: number;
  readonly by: string;
  readonly changes: readonly Change[];
  readonly practitioners: readonly Step<PractitionerNoun>[];
  readonly requests: readonly Step<StoredRequest>[];
  readonly offers: readonly Step<Offer>[];
  readonly matches: readonly Step<Match>[];
  readonly emails: readonly Step<Email>[];
  readonly rounds: readonly Step<Round>[];
}

/** A row as the stream shows it. */
export interface StoredRow {
  /** Whether the row was added by this change. */
  readonly isNew: boolean;
  readonly kind: unknown;
  readonly seeking: unknown;
  readonly id: string;
}

const kinds = {
  practitioner: 'practitioners',
  request: 'requests',
  offer: 'offers',
  match: 'matches',
  email: 'emails',
  round: 'rounds',
} as const;

/** A log of all commits, kept independently of the table and written as they happen. */
export const ledger = () => {
  const practitioners = new Map<string, PractitionerNoun>();
  const requests = new Map<string, StoredRequest>();
  const offers = new Map<string, Offer>();
  const matches = new Map<string, Match>();
  const emails = new Map<string, Email>();
  const rounds = new Map<string, Round>();
  /** Time at which each round reached its state. */
  const roundSince = new Map<string, number>();
  /** Time at which each address was first suppressed or unsubscribed, by partition key. */
  const heldSince = new Map<string, number>();
  /** Partition keys of the suppressions that the team lifted. */
  const lifted = new Set<string>();
  /** Time of each practitioner's last change. */
  const changedAt = new Map<string, number>();
  /** States that offers have had so far, such as "offer1 accepted". */
  const ever = new Set<string>();
  const counted = new Map<string, number>();
  const stored: StoredRow[] = [];
  const nouns = { practitioners, requests, offers, matches, emails, rounds };

  const step = <Noun extends { readonly id: string; readonly state: string }>(
    known: Map<string, Noun>,
    row: Row,
  ): Step<Noun> => {
    const after = row['noun'] as Noun;
    const before = known.get(after.id);
    known.set(after.id, after);
    if (before?.state !== after.state) ever.add(`${after.id} ${after.state}`);
    return { before, after };
  };

  const commit = (changes: readonly Change[], at: number, by: string): Committed => {
    const steps = {
      practitioners: [] as Step<PractitionerNoun>[],
      requests: [] as Step<StoredRequest>[],
      offers: [] as Step<Offer>[],
      matches: [] as Step<Match>[],
      emails: [] as Step<Email>[],
      rounds: [] as Step<Round>[],
    };
    for (const change of changes) {
      const key = keyOf(change);
      if (change.do === 'count') counted.set(key.pk, (counted.get(key.pk) ?? 0) + change.by);
      if (change.do === 'remove' && heldSince.delete(key.pk)) lifted.add(key.pk);
      if (change.do !== 'put') continue;
      if (/^(?:SUPPRESSION|UNSUBSCRIBED)#/u.test(key.pk) && !heldSince.has(key.pk)) heldSince.set(key.pk, at);
      const { kind: named, seeking, noun } = change.row;
      const isNew = change.when.is === 'absent';
      stored.push({
        isNew,
        kind: named,
        seeking,
        id: (noun as { readonly id?: string } | undefined)?.id ?? '',
      });
      const kind = kinds[named as keyof typeof kinds] as (typeof kinds)[keyof typeof kinds] | undefined;
      if (kind === 'practitioners') {
        const changed = step(practitioners, change.row);
        changedAt.set(changed.after.id, at);
        steps.practitioners.push(changed);
      }
      if (kind === 'requests') steps.requests.push(step(requests, change.row));
      if (kind === 'offers') steps.offers.push(step(offers, change.row));
      if (kind === 'matches') steps.matches.push(step(matches, change.row));
      if (kind === 'emails') steps.emails.push(step(emails, change.row));
      if (kind === 'rounds') {
        const turned = step(rounds, change.row);
        roundSince.set(turned.after.id, at);
        steps.rounds.push(turned);
      }
    }
    return { at, by, changes, ...steps };
  };

  const roundsSince = (): readonly { readonly round: Round; readonly since: number }[] =>
    [...rounds.values()].map((round) => ({ round, since: roundSince.get(round.id) ?? 0 }));

  return { ...nouns, roundsSince, heldSince, lifted, changedAt, ever, counted, stored, commit };
};

export type Ledger = ReturnType<typeof ledger>;
