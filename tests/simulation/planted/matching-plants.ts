import type { Seat } from '../../../shared/requests/request.ts';
import type { Change, Row, Table } from '../../../functions/store/table/table.ts';
import { lists } from '../../../functions/store/table/keys.ts';
import { withoutOfferLimits } from '../../support/without-offer-limits.ts';
import { withoutTies } from '../../support/without-ties.ts';
import { asIf } from './as-if.ts';
import {
  changing,
  committing,
  isPutOf,
  matches,
  nounOf,
  overTable,
  type Plant,
  reading,
  withNoun,
} from './plant.ts';

/** Shows requests to matching as if each requester were reached. What it writes keeps since when they are not. */
const withoutLostRequesters = (table: Table): Table => {
  const hidden = new Map<string, unknown>();
  const shown = (row: Row): Row => {
    if (row['kind'] !== 'request') return row;
    const { unreachableSince, ...noun } = nounOf(row);
    if (unreachableSince === undefined) return row;
    hidden.set(noun.id, unreachableSince);
    return { ...row, noun };
  };
  return {
    ...table,
    get: async (wanted) => (await table.get(wanted)).map(shown),
    query: async (asked) => (await table.query(asked)).map(shown),
    commit: (changes, key) =>
      table.commit(
        changes.map((change) => {
          if (!isPutOf(change, 'request')) return change;
          const unreachableSince = hidden.get(nounOf(change.row).id);
          return unreachableSince === undefined
            ? change
            : { ...change, row: withNoun(change.row, { unreachableSince }) };
        }),
        key,
      ),
  };
};

export const matchingPlants: readonly Plant[] = [
  {
    name: 'double-release',
    words: 'a match that ends frees two places',
    noticedAs: /lost match|its place is free/u,
    ports: (ports) =>
      overTable(ports, (table) => ({
        commit: (changes, key) => {
          const ends = changes.some(
            (change) => isPutOf(change, 'match') && nounOf(change.row)['endedAt'] !== undefined,
          );
          const freed = (change: Change): Change =>
            ends && isPutOf(change, 'practitioner')
              ? {
                  ...change,
                  row: withNoun(change.row, {
                    commitments: (nounOf(change.row)['commitments'] as unknown[]).slice(1),
                  }),
                }
              : change;
          return table.commit(changes.map(freed), key);
        },
      })),
  },
  {
    name: 'hours-done-forgotten',
    words: 'a seat is open for all its hours again after a match ended early',
    noticedAs: /hours after .* were done/u,
    ports: (ports, { what }) =>
      what !== 'end-early'
        ? ports
        : changing(ports, (change) => {
            if (!isPutOf(change, 'request')) return change;
            const seats = (nounOf(change.row)['seats'] as Seat[]).map(({ hoursDone = 0, ...seat }) => ({
              ...seat,
              hours: seat.hours + hoursDone,
            }));
            return { ...change, row: withNoun(change.row, { seats }) };
          }),
  },
  {
    name: 'finished-by-one',
    words: 'a match is complete when one side says that the hours are done',
    noticedAs: /only one side said so/u,
    services: (services, { what }) =>
      what !== 'finish-match'
        ? services
        : {
            ...services,
            finishMatch: () => (matchId, side, now) =>
              services.endMatch()(matchId, { outcome: 'completed' }, side, now),
          },
  },
  {
    name: 'end-not-told',
    words: 'a side does not hear that the other ended their match',
    noticedAs: /does not hear that it ended/u,
    ports: (ports, { what }) =>
      what !== 'end-early'
        ? ports
        : committing(ports, (changes) =>
            changes.filter(
              (change) =>
                !isPutOf(change, 'email') ||
                !['practitioner-match-ended', 'requester-seat-reopened'].includes(
                  String(nounOf(change.row)['name']),
                ),
            ),
          ),
  },
  {
    name: 'expiry-not-checked',
    words: 'an offer can be answered after its time',
    noticedAs: /after its time/u,
    ports: (ports, { what, history }) => {
      if (what !== 'answer-offer') return ports;
      const late = reading(ports, (row) =>
        row['kind'] === 'offer' ? withNoun(row, { expiresAt: '2099-01-01T00:00:00.000Z' }) : row,
      );
      return changing(late, (change) =>
        isPutOf(change, 'offer')
          ? {
              ...change,
              row: withNoun(change.row, { expiresAt: history.offers.get(nounOf(change.row).id)?.expiresAt }),
            }
          : change,
      );
    },
  },
  {
    name: 'round-not-asked',
    words: 'learners in a round are matched one by one',
    noticedAs: /was made beside round/u,
    needs: 'rounds',
    ports: (ports, { what }) =>
      !matches(what)
        ? ports
        : overTable(ports, (table) => ({
            query: async (asked) => (asked.partition === lists.rounds ? [] : table.query(asked)),
          })),
  },
  {
    name: 'looking-answers',
    words: 'opening an offer’s link accepts it',
    noticedAs: /scanner was refused and wrote/u,
    services: (services, { what }) =>
      what !== 'scanner'
        ? services
        : {
            ...services,
            answerOffer: () => {
              const { answer } = services.answerOffer();
              return {
                answer,
                show: (request) => answer({ ...request, method: 'POST', json: { decision: 'accept' } }),
              };
            },
          },
  },
  {
    name: 'asked-beyond-places',
    words: 'a DPP is asked about more learners than they have places for',
    noticedAs: /is asked about .* learners at once/u,
    ports: (ports, { what }) =>
      !matches(what) ? ports : { ...ports, table: withoutOfferLimits(ports.table, { places: true }) },
  },
  {
    name: 'tie-overlooked',
    words: 'a DPP with whom a tie is unclear is asked',
    noticedAs: /with whom a tie is/u,
    ports: (ports, { what }) => (!matches(what) ? ports : { ...ports, table: withoutTies(ports.table) }),
  },
  {
    name: 'silence-ignored',
    words: 'a DPP who left two offers in a row without an answer is asked again at once',
    noticedAs: /in a row without an answer and is asked again/u,
    ports: (ports, { what }) =>
      !matches(what) ? ports : { ...ports, table: withoutOfferLimits(ports.table, { silence: true }) },
  },
  {
    name: 'round-offer-taken-back',
    words: 'an offer of a round is taken back although its DPP can still be asked',
    noticedAs: /held its place for round .* and lost it/u,
    needs: 'rounds',
    ports: (ports, { what }) =>
      what !== 'move-on'
        ? ports
        : {
            ...ports,
            table: asIf(ports.table, ({ pendingOffers, check }) =>
              check !== undefined && pendingOffers.some(({ holdsPlace }) => holdsPlace)
                ? { check: { ...check, dueOn: '2020-01-01' } }
                : undefined,
            ),
          },
  },
  {
    name: 'lost-learner-offered',
    words: 'a DPP is asked about a learner who has not been reached for more than a week',
    noticedAs: /is about a learner who is not reached/u,
    ports: (ports, { what }) =>
      !matches(what) ? ports : { ...ports, table: withoutLostRequesters(ports.table) },
  },
];
