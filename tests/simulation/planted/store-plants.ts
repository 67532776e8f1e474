import type { Change } from '../../../functions/store/table/table.ts';
import { changing, isPutOf, overTable, type Plant } from './plant.ts';

const unguarded =
  (...kinds: readonly string[]) =>
  (change: Change): Change =>
    isPutOf(change, ...kinds) && change.when.is === 'at' ? { ...change, when: { is: 'present' } } : change;

export const storePlants: readonly Plant[] = [
  {
    name: 'refused-message-forgotten',
    words: 'the dispatcher does not repeat the messages that a queue refused',
    noticedAs: /the message about .* was lost/u,
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
    noticedAs: /goes from version/u,
    ports: (ports) => changing(ports, unguarded('practitioner')),
  },
  {
    name: 'state-guard-dropped',
    words: 'offers, requests and matches are written without checking their version',
    noticedAs: /goes from version/u,
    ports: (ports) => changing(ports, unguarded('offer', 'request', 'match')),
  },
  {
    name: 'no-transaction',
    words: 'changes that belong together are written one by one',
    noticedAs: /is owed and not in the commit/u,
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
    noticedAs: /is owed and not in the commit/u,
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
    name: 'swallowed-conflict',
    words: 'a lost race is treated as a success',
    noticedAs: /was sent twice though nobody was in doubt/u,
    ports: (ports) =>
      overTable(ports, (table) => ({
        commit: async (changes, key) => {
          await table.commit(changes, key);
          return { committed: true };
        },
      })),
  },
  {
    name: 'quota-not-kept',
    words: 'counters never refuse',
    noticedAs: /counts more than it may/u,
    ports: (ports) =>
      changing(ports, (change) => (change.do === 'count' ? { ...change, atMost: 1_000_000 } : change)),
  },
];
