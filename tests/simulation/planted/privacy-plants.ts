import { committing, isPutOf, matches, type Plant } from './plant.ts';

export const privacyPlants: readonly Plant[] = [
  {
    name: 'offer-not-filed',
    words: 'an offer is not found under the DPP and the request to which it belongs',
    noticedAs: /^OFFER#.* is not found under OF#/u,
    ports: (ports, { what }) =>
      !matches(what)
        ? ports
        : committing(ports, (changes) => changes.filter((change) => !isPutOf(change, 'index'))),
  },
  {
    name: 'address-not-filed',
    words: 'somebody who registers or asks for a DPP is not found under their address',
    noticedAs: /is not found under FIND@/u,
    ports: (ports, { what }) =>
      what !== 'register' && what !== 'request'
        ? ports
        : committing(ports, (changes) =>
            changes.filter((change) => !isPutOf(change, 'index') || !change.row.pk.startsWith('FIND@')),
          ),
  },
  {
    name: 'entry-outlives-erasure',
    words: 'an erasure leaves what the person was found by',
    noticedAs: /is left, whose record is erased/u,
    ports: (ports, { what }) =>
      !what.startsWith('erase-')
        ? ports
        : committing(ports, (changes) =>
            changes.filter((change) => change.do !== 'remove' || !change.key.pk.startsWith('FIND')),
          ),
  },
  {
    name: 'former-address-filed',
    words: 'a DPP is still found by an address that they had before, also after an erasure',
    noticedAs: /is left, whose record is erased/u,
    ports: (ports, { what }) =>
      what !== 'confirm'
        ? ports
        : committing(ports, (changes) =>
            changes.filter((change) => change.do !== 'remove' || !change.key.pk.startsWith('FIND@')),
          ),
  },
];
