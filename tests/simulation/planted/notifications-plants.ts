import type { Change, Key } from '../../../functions/store/table/table.ts';
import { AN_HOUR } from '../services.ts';
import { keys } from '../../../functions/store/table/keys.ts';
import {
  changing,
  committing,
  isPutOf,
  nounOf,
  overTable,
  type Plant,
  reading,
  sends,
  withNoun,
} from './plant.ts';

/** Gives an e-mail another id, and lets its index rows lead to it. A run of digests is written over the former one. */
const withAnotherId = (change: Change, suffix: string): Change => {
  if (change.do !== 'put') return change;
  const { row } = change;
  switch (row['kind']) {
    case 'digest-run':
      return { ...change, when: { is: 'anything' } };
    case 'email': {
      const id = `${nounOf(row).id}${suffix}`;
      return { ...change, row: { ...withNoun(row, { id }), ...keys.email(id) } };
    }
    case 'index': {
      const { pk, sk } = row['of'] as Key;
      if (sk !== keys.email('').sk) return change;
      const of = { pk: `${pk}${suffix}`, sk };
      return { ...change, row: { ...row, of, sk: `${of.pk}#${sk}` } };
    }
    default:
      return change;
  }
};

/** E-mails of an hour that may go to strangers. */
const SHARE = AN_HOUR * 0.3;
const isOfWholeHour = (pk: string): boolean => /^COUNTER#emails#[^#]+$/u.test(pk);

export const notificationsPlants: readonly Plant[] = [
  {
    name: 'no-idempotency-key',
    words: 'a schedule writes new ids each time it runs',
    noticedAs: /is told twice/u,
    ports: (ports, { what, dice }) =>
      what !== 'weekly-digests' && what !== 'daily-reminders'
        ? ports
        : committing(ports, (changes) => {
            const suffix = `.${String(dice.below(1_000_000))}`;
            return changes.map((change) => withAnotherId(change, suffix));
          }),
  },
  {
    name: 'no-lease',
    words: 'a sender does not lease its message',
    noticedAs: /was sent twice though nobody was in doubt/u,
    ports: (ports) =>
      changing(ports, (change) => {
        if (change.do !== 'put' || change.row['state'] !== 'leased') return change;
        const { createdAt } = nounOf(change.row);
        const row = withNoun(change.row, { leasedUntil: createdAt, notBefore: createdAt });
        return { ...change, row: { ...row, listSk: `${String(createdAt)}#${nounOf(row).id}` } };
      }),
  },
  {
    name: 'consumer-not-idempotent',
    words: 'a repeated stream record sends the message again',
    noticedAs: /goes from sent to/u,
    ports: (ports, { what }) =>
      what !== 'send-emails'
        ? ports
        : reading(ports, (row) =>
            row['kind'] === 'email' && row['state'] === 'sent'
              ? withNoun(row, { state: 'pending', notBefore: nounOf(row)['createdAt'] })
              : row,
          ),
  },
  {
    name: 'sweep-forgets-the-dead',
    words: 'the sweep ignores messages whose sender died',
    noticedAs: /is leased for ever/u,
    ports: (ports, { what }) =>
      what !== 'sweep-outbox'
        ? ports
        : overTable(ports, (table) => ({
            query: async (asked) => (await table.query(asked)).filter((row) => row['state'] !== 'leased'),
          })),
  },
  {
    name: 'suppression-ignored',
    words: 'addresses that bounced or complained still get e-mails',
    noticedAs: /was sent to an address that takes none/u,
    ports: (ports, { what }) =>
      sends(what) ? reading(ports, (row) => (row.pk.startsWith('SUPPRESSION#') ? undefined : row)) : ports,
  },
  {
    name: 'unsubscribed-ignored',
    words: 'people who unsubscribed still get nudges and digests',
    noticedAs: /wants no more of these/u,
    ports: (ports, { what }) =>
      sends(what) ? reading(ports, (row) => (row.pk.startsWith('UNSUBSCRIBED#') ? undefined : row)) : ports,
  },
  {
    name: 'answers-put-off',
    words: 'answers have no more of an hour than e-mails to strangers',
    noticedAs: /^answer .* waits for the next hour although/u,
    needs: 'floods',
    ports: (ports, { what }) => {
      if (!sends(what)) return ports;
      const seen = reading(ports, (row) =>
        isOfWholeHour(row.pk) ? { ...row, count: Number(row['count']) + AN_HOUR - SHARE } : row,
      );
      return changing(seen, (change) =>
        change.do === 'count' && isOfWholeHour(change.key.pk) ? { ...change, atMost: SHARE } : change,
      );
    },
  },
  {
    name: 'flood-takes-the-hour',
    words: 'e-mails to addresses that nobody has confirmed may use the whole hour',
    noticedAs: /go to addresses that nobody has confirmed/u,
    needs: 'floods',
    ports: (ports, { what }) =>
      !sends(what)
        ? ports
        : committing(ports, (changes) =>
            changes.filter(
              (change) => change.do !== 'count' || !/#(?:not-answers|unconfirmed)$/u.test(change.key.pk),
            ),
          ),
  },
  {
    name: 'one-network-first',
    words: 'one network may use what is left for others that cause their first e-mail of the hour',
    noticedAs: /go again to what one network named/u,
    needs: 'floods',
    ports: (ports, { what }) =>
      !sends(what)
        ? ports
        : committing(ports, (changes) =>
            changes.filter(
              (change) => change.do !== 'count' || !change.key.pk.endsWith('#unconfirmed-again'),
            ),
          ),
  },
  {
    name: 'bounce-forgotten',
    words: 'an offer whose e-mail came back for good is waited for',
    noticedAs: /came back for good|counts as reachable/u,
    ports: (ports, { what }) =>
      what !== 'record-delivery'
        ? ports
        : reading(ports, (row) => (row['kind'] === 'unique' ? undefined : row)),
  },
  {
    name: 'return-untold',
    words: 'the team does not hear that the e-mail about an offer came back for a day',
    noticedAs: /^team-offer-not-delivered.* is owed/u,
    ports: (ports, { what }) =>
      what !== 'record-delivery'
        ? ports
        : committing(ports, (changes) =>
            changes.filter(
              (change) =>
                !isPutOf(change, 'email') || nounOf(change.row)['name'] !== 'team-offer-not-delivered',
            ),
          ),
  },
];
