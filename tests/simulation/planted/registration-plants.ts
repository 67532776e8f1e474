import { keys, lists } from '../../../functions/store/table/keys.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { changing, committing, isPutOf, overTable, type Plant, reading, withNoun } from './plant.ts';

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
  {
    name: 'forgets-days-of-offer',
    words: 'a DPP who is asked keeps the days that the request had before it changed',
    noticedAs: /is asked about other days than request/u,
    ports: (ports, { what }) =>
      what !== 'change-request'
        ? ports
        : changing(ports, (change) => {
            if (!isPutOf(change, 'practitioner')) return change;
            const { pendingOffers } = change.row['noun'] as Pick<Practitioner, 'pendingOffers'>;
            const former = pendingOffers.map((pending) => ({ ...pending, to: pending.from }));
            return { ...change, row: withNoun(change.row, { pendingOffers: former }) };
          }),
  },
  {
    name: 'pauses-but-asks-on',
    words: 'an offer stays pending when its request is paused',
    noticedAs: /is pending and its seat does not wait/u,
    ports: (ports, { what }) =>
      what !== 'pause-request'
        ? ports
        : committing(ports, (all) => all.filter((change) => !isPutOf(change, 'offer'))),
  },
];
