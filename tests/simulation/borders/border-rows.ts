import type { Change, Row } from '../../../functions/store/table/table.ts';
import type { Loan } from '../../../shared/borders/loan.ts';
import type { Match } from '../../../shared/matches/match.ts';
import type { Offer } from '../../../shared/offers/offer.ts';
import type { Practitioner, StoredPractitioner } from '../../../shared/people/practitioner.ts';
import type { StoredRequest } from '../../../shared/requests/request.ts';

interface Kinds {
  readonly practitioner: StoredPractitioner;
  readonly request: StoredRequest;
  readonly offer: Offer;
  readonly match: Match;
  readonly loan: Loan;
}
type Kind = keyof Kinds;

/** A row before and after a commit. */
export interface Step {
  readonly side: string;
  readonly kind: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Erased rows are stored with placeholders, so only the state tells them. */
export const isPresent = (one: StoredPractitioner | undefined): one is Practitioner =>
  one !== undefined && one.state !== 'erased';

/** The nouns of both systems, kept from the commits. */
export const borderRows = () => {
  const stored = new Map<string, Row>();
  const sideOf = (pk: string): string => pk.split('|')[0] ?? '';
  const all = <Wanted extends Kind>(
    kind: Wanted,
  ): readonly { readonly side: string; readonly noun: Kinds[Wanted] }[] =>
    [...stored].flatMap(([pk, row]) =>
      row['kind'] === kind ? [{ side: sideOf(pk), noun: row['noun'] as Kinds[Wanted] }] : [],
    );
  return {
    all,
    find: <Wanted extends Kind>(side: string, kind: Wanted, id: string): Kinds[Wanted] | undefined =>
      stored.get(`${side}|${kind.toUpperCase()}#${id}`)?.['noun'] as Kinds[Wanted] | undefined,
    /** Applies a commit. @returns the nouns that it changed */
    apply: (changes: readonly Change[]): readonly Step[] =>
      changes.flatMap((change) => {
        if (change.do !== 'put' || change.row['noun'] === undefined) return [];
        const { pk, kind, noun } = change.row;
        const before = stored.get(pk)?.['noun'];
        stored.set(pk, change.row);
        return [{ side: sideOf(pk), kind: String(kind), before, after: noun }];
      }),
  };
};

export type BorderRows = ReturnType<typeof borderRows>;
