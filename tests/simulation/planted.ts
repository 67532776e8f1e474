import type { Objects } from '../../functions/platform/objects/objects.ts';
import type { Change, Row, Table } from '../../functions/store/table/table.ts';
import { keys, lists } from '../../functions/store/table/keys.ts';
import { type BorderPlant, borderPlants } from './borders/border-plants.ts';
import type { Dice } from './dice.ts';
import { withoutOfferLimits } from '../support/without-offer-limits.ts';
import { withoutTies } from '../support/without-ties.ts';
import type { Ledger } from './ledger.ts';
import type { Ports, Services } from './services.ts';

interface About {
  /** Name of the running function. */
  readonly what: string;
  readonly history: Ledger;
  readonly dice: Dice;
}

/** A fault that is planted between the use cases and their ports. */
export interface Plant {
  readonly name: string;
  readonly words: string;
  /** Whether the fault shows only in seeds with rounds. */
  readonly ofRounds?: true;
  /** Whether the fault shows only in seeds in which matching reads published files. */
  readonly ofFiles?: true;
  /** The fault, if it shows only in seeds about two neighbouring systems. */
  readonly ofBorders?: BorderPlant;
  readonly ports?: (ports: Ports, about: About) => Ports;
  readonly services?: (services: Services, about: About) => Services;
  /** Whether the function that starts now is of an older version, which does not know the latest rules. */
  readonly isOlder?: () => boolean;
}

type Noun = Readonly<Record<string, unknown>> & { readonly id: string };

const nounOf = (row: Row): Noun => row['noun'] as Noun;
const withNoun = (row: Row, changes: object): Row => ({ ...row, noun: { ...nounOf(row), ...changes } });
const undated = ({ changedSk: _changedSk, ...row }: Row): Row => row;
const isPutOf = (change: Change, ...kinds: readonly string[]): boolean =>
  change.do === 'put' && kinds.includes(String(change.row['kind']));

const overTable = (ports: Ports, over: (table: Table) => Partial<Table>): Ports => ({
  ...ports,
  table: { ...ports.table, ...over(ports.table) },
});

/** Wraps the table. The wrapper alters every change before it is committed. */
const changing = (ports: Ports, change: (one: Change) => Change): Ports =>
  overTable(ports, (table) => ({ commit: (changes, key) => table.commit(changes.map(change), key) }));

/** Wraps the table so that rows read by their key are altered or missing. */
const reading = (ports: Ports, read: (row: Row) => Row | undefined): Ports =>
  overTable(ports, (table) => ({
    get: async (wanted) => (await table.get(wanted)).flatMap((row) => read(row) ?? []),
  }));

const unguarded =
  (...kinds: readonly string[]) =>
  (change: Change): Change =>
    change.do === 'put' && isPutOf(change, ...kinds) && change.when.is === 'at'
      ? { ...change, when: { is: 'present' } }
      : change;

const sends = (what: string): boolean => what === 'send-emails' || what === 'sweep-outbox';

/** Wraps the bucket of files. */
const overObjects = (ports: Ports, over: (objects: Objects) => Partial<Objects>): Ports => ({
  ...ports,
  objects: { ...ports.objects, ...over(ports.objects) },
});

export const plants: readonly Plant[] = [
  {
    name: 'nobody-from-an-older-file',
    words: 'matching says that nobody is left although its file may lack somebody',
    ofFiles: true,
    ports: (ports, { what }) =>
      !what.startsWith('match-')
        ? ports
        : overObjects(ports, (objects) => ({
            get: async (key, options) => {
              const found = await objects.get(key, options);
              if (typeof found !== 'object' || !key.endsWith('manifest.json')) return found;
              const text = new TextDecoder().decode(found.body);
              const body = text.replace(/"completeTo":"[^"]*"/u, '"completeTo":"2099-01-01T00:00:00.000Z"');
              return { ...found, body: new TextEncoder().encode(body) };
            },
          })),
  },
  {
    name: 'old-files-kept',
    words: 'a builder leaves the files that it replaced',
    ofFiles: true,
    ports: (ports) => overObjects(ports, () => ({ remove: () => Promise.resolve() })),
  },
  {
    name: 'withdrawn-forgotten',
    words: 'the queue’s reader does not remove practitioners who have left',
    ofFiles: true,
    services: (services) => ({
      ...services,
      publishFromQueue: () => () => Promise.resolve({ batchItemFailures: [] }),
      tick: () => () => Promise.resolve({ late: 0 }),
    }),
  },
  {
    name: 'changes-without-time',
    words:
      'rows do not say when they were written, so that a change whose message is late is missing in the files',
    ofFiles: true,
    ports: (ports) =>
      changing(ports, (change) => (change.do === 'put' ? { ...change, row: undated(change.row) } : change)),
  },
  {
    name: 'refused-message-forgotten',
    words: 'the dispatcher does not repeat the messages that a queue refused',
    services: (services) => ({
      ...services,
      dispatch: () => async (event) => {
        await services.dispatch()(event);
        return { batchItemFailures: [] };
      },
    }),
  },
  {
    name: 'capacity-read-then-write',
    words: 'places are written without checking whether they changed',
    ports: (ports) => changing(ports, unguarded('practitioner')),
  },
  {
    name: 'state-guard-dropped',
    words: 'offers, requests and matches are written without checking their version',
    ports: (ports) => changing(ports, unguarded('offer', 'request', 'match')),
  },
  {
    name: 'no-transaction',
    words: 'changes that belong together are written one by one',
    ports: (ports) =>
      overTable(ports, (table) => ({
        commit: async (changes) => {
          for (const change of changes) {
            const outcome = await table.commit([change]);
            if (!outcome.committed) return outcome;
          }
          return { committed: true };
        },
      })),
  },
  {
    name: 'mail-beside-transaction',
    words: 'a message is written in a commit after its cause',
    ports: (ports) =>
      overTable(ports, (table) => ({
        commit: async (changes, key) => {
          const mails = changes.filter((change) => isPutOf(change, 'email'));
          const others = changes.filter((change) => !isPutOf(change, 'email'));
          if (others.length === 0 || mails.length === 0) return table.commit(changes, key);
          const outcome = await table.commit(others, key);
          if (outcome.committed) await table.commit(mails);
          return outcome;
        },
      })),
  },
  {
    name: 'double-release',
    words: 'a match that ends frees two places',
    ports: (ports) =>
      overTable(ports, (table) => ({
        commit: (changes, key) => {
          const ends = changes.some(
            (change) =>
              change.do === 'put' && isPutOf(change, 'match') && nounOf(change.row)['endedAt'] !== undefined,
          );
          const freed = (change: Change): Change =>
            ends && change.do === 'put' && isPutOf(change, 'practitioner')
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
    name: 'expiry-not-checked',
    words: 'an offer can be answered after its time',
    ports: (ports, { what, history }) => {
      if (what !== 'answer-offer') return ports;
      const late = reading(ports, (row) =>
        row['kind'] === 'offer' ? withNoun(row, { expiresAt: '2099-01-01T00:00:00.000Z' }) : row,
      );
      return changing(late, (change) =>
        change.do === 'put' && isPutOf(change, 'offer')
          ? {
              ...change,
              row: withNoun(change.row, { expiresAt: history.offers.get(nounOf(change.row).id)?.expiresAt }),
            }
          : change,
      );
    },
  },
  {
    name: 'no-idempotency-key',
    words: 'a schedule writes new ids each time it runs',
    ports: (ports, { what, dice }) =>
      what !== 'weekly-digests' && what !== 'daily-reminders'
        ? ports
        : changing(ports, (change) => {
            if (change.do !== 'put' || !isPutOf(change, 'email', 'digest-run')) return change;
            if (isPutOf(change, 'digest-run')) return { ...change, when: { is: 'anything' } };
            const id = `${nounOf(change.row).id}.${String(dice.below(1_000_000))}`;
            return { ...change, row: { ...withNoun(change.row, { id }), ...keys.email(id) } };
          }),
  },
  {
    name: 'no-lease',
    words: 'a sender does not lease its message',
    ports: (ports) =>
      changing(ports, (change) => {
        if (change.do !== 'put' || change.row['state'] !== 'leased') return change;
        const { createdAt } = nounOf(change.row);
        const row = withNoun(change.row, { leasedUntil: createdAt, notBefore: createdAt });
        return { ...change, row: { ...row, listSk: `${String(createdAt)}#${nounOf(row).id}` } };
      }),
  },
  {
    name: 'swallowed-conflict',
    words: 'a lost race is treated as a success',
    ports: (ports) =>
      overTable(ports, (table) => ({
        commit: async (changes, key) => {
          await table.commit(changes, key);
          return { committed: true };
        },
      })),
  },
  {
    name: 'consumer-not-idempotent',
    words: 'a repeated stream record sends the message again',
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
    ports: (ports, { what }) =>
      sends(what) ? reading(ports, (row) => (row.pk.startsWith('SUPPRESSION#') ? undefined : row)) : ports,
  },
  {
    name: 'unsubscribed-ignored',
    words: 'people who unsubscribed still get nudges and digests',
    ports: (ports, { what }) =>
      sends(what) ? reading(ports, (row) => (row.pk.startsWith('UNSUBSCRIBED#') ? undefined : row)) : ports,
  },
  {
    name: 'round-not-asked',
    words: 'learners in a round are matched one by one',
    ofRounds: true,
    ports: (ports, { what }) =>
      !what.startsWith('match-')
        ? ports
        : overTable(ports, (table) => ({
            query: async (asked) => (asked.partition === lists.rounds ? [] : table.query(asked)),
          })),
  },
  {
    name: 'quota-not-kept',
    words: 'counters never refuse',
    ports: (ports) =>
      changing(ports, (change) => (change.do === 'count' ? { ...change, atMost: 1_000_000 } : change)),
  },
  {
    name: 'believes-every-domain',
    words: 'every e-mail domain counts as confirmed, so that requests open without support',
    ports: (ports) =>
      overTable(ports, (table) => ({
        query: async (asked) => {
          const rows = await table.query(asked);
          const domain =
            asked.partition === lists.organisationDomains ? asked.beginsWith?.split('#')[0] : undefined;
          return domain === undefined
            ? rows
            : [
                ...rows,
                {
                  ...keys.organisationDomain('nowhere', domain),
                  kind: 'organisation-domain',
                  organisationId: 'nowhere',
                  domain,
                  listsAtOnce: false,
                  by: 'nobody',
                  at: '2026-11-21T09:00:00.000Z',
                  note: 'planted',
                },
              ];
        },
      })),
  },
  {
    name: 'reasons-in-the-audit',
    words: 'the audit keeps the team’s reasons, which no erasure could take out of its export',
    ports: (ports) =>
      changing(ports, (change) =>
        change.do === 'put' && change.row['kind'] === 'audit'
          ? { ...change, row: { ...change.row, facts: { why: 'Lee Learner is known' } } }
          : change,
      ),
  },
  {
    name: 'asks-for-the-waiting',
    words: 'requests that wait for support open by themselves',
    ports: (ports, { what }) =>
      what !== 'confirm'
        ? ports
        : changing(ports, (change) =>
            change.do === 'put' &&
            change.row['kind'] === 'request' &&
            change.row['state'] === 'waiting-for-support'
              ? {
                  ...change,
                  row: { ...withNoun(change.row, { state: 'open' }), state: 'open', seeking: true },
                }
              : change,
          ),
  },
  {
    name: 'believes-named-leads',
    words: 'whoever is named as the lead of an organisation counts as confirmed',
    ports: (ports, { what }) =>
      what !== 'confirm'
        ? ports
        : changing(ports, (change) =>
            change.do === 'put' && change.row['kind'] === 'organisation-person'
              ? { ...change, row: { ...withNoun(change.row, { state: 'confirmed' }), state: 'confirmed' } }
              : change,
          ),
  },
  {
    name: 'forgets-who-has-asked',
    words: 'the lists of open requests are empty, so that a learner may have several',
    ports: (ports) =>
      changing(
        reading(ports, (row) => (row['kind'] === 'open-requests' ? undefined : row)),
        (change) =>
          change.do === 'put' && isPutOf(change, 'open-requests')
            ? { ...change, when: { is: 'anything' } }
            : change,
      ),
  },
  {
    name: 'looking-answers',
    words: 'opening an offer’s link accepts it',
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
    ports: (ports, { what }) =>
      !what.startsWith('match-')
        ? ports
        : { ...ports, table: withoutOfferLimits(ports.table, { places: true }) },
  },
  {
    name: 'tie-overlooked',
    words: 'a DPP with whom a tie is unclear is asked',
    ports: (ports, { what }) =>
      !what.startsWith('match-') ? ports : { ...ports, table: withoutTies(ports.table) },
  },
  {
    name: 'silence-ignored',
    words: 'a DPP who left two offers in a row without an answer is asked again at once',
    ports: (ports, { what }) =>
      !what.startsWith('match-')
        ? ports
        : { ...ports, table: withoutOfferLimits(ports.table, { silence: true }) },
  },
  ...borderPlants,
];
