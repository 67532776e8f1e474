import { keys, lists } from '../../../functions/store/table/keys.ts';
import { changing, isPutOf, overTable, type Plant, reading, withNoun } from './plant.ts';

export const registrationPlants: readonly Plant[] = [
  {
    name: 'believes-every-domain',
    words: 'every e-mail domain counts as confirmed, so that requests open without support',
    noticedAs: /nobody whom the service knows supports it/u,
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
    name: 'asks-for-the-waiting',
    words: 'requests that wait for support open by themselves',
    noticedAs: /nobody whom the service knows supports it/u,
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
    noticedAs: /neither the team nor a domain has confirmed it/u,
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
    noticedAs: /one learner has/u,
    ports: (ports) =>
      changing(
        reading(ports, (row) => (row['kind'] === 'open-requests' ? undefined : row)),
        (change) => (isPutOf(change, 'open-requests') ? { ...change, when: { is: 'anything' } } : change),
      ),
  },
];
