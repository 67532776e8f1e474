import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { asIf } from './as-if.ts';
import { matches, type Plant, reading } from './plant.ts';

/** A fault by which matching asks practitioners in a state. */
const asksThoseIn = (
  state: Practitioner['state'],
  name: string,
  words: string,
  noticedAs: RegExp,
): Plant => ({
  name,
  words,
  noticedAs,
  ports: (ports, { what }) =>
    !matches(what)
      ? ports
      : {
          ...ports,
          table: asIf(ports.table, (one) => (one.state === state ? { state: 'listed' } : undefined), [state]),
        },
});

/** A fault by which matching does not know a fact beside the state. */
const asksInSpiteOf = (
  fact: 'unreachableSince' | 'recheck',
  name: string,
  words: string,
  noticedAs: RegExp,
): Plant => ({
  name,
  words,
  noticedAs,
  ports: (ports, { what }) => {
    if (!matches(what)) return ports;
    const table = asIf(ports.table, (one) => (one[fact] === undefined ? undefined : { [fact]: undefined }));
    return reading({ ...ports, table }, (row) => (row.pk.startsWith('SUPPRESSION#') ? undefined : row));
  },
});

/** Faults by which somebody is asked whom the table of states excludes. */
export const standingPlants: readonly Plant[] = [
  asksInSpiteOf(
    'unreachableSince',
    'asks-the-unreachable',
    'a DPP whose mailbox is gone is asked',
    /is made to .* who is unreachable/u,
  ),
  asksInSpiteOf(
    'recheck',
    'asks-during-a-check',
    'a DPP whose name or number has changed is asked before the team has checked it',
    /is made to .* who is being checked/u,
  ),
  asksThoseIn('suspended', 'asks-the-suspended', 'a suspended DPP is asked', /who is suspended/u),
  asksThoseIn(
    'unlisted',
    'asks-the-hidden',
    'a DPP whom the team has hidden is asked',
    /hidden by the team/u,
  ),
  asksThoseIn(
    'awaiting-proof',
    'asks-before-a-proof',
    'a DPP who waits for a proof is asked',
    /who is waiting for a proof/u,
  ),
  {
    name: 'asks-after-an-old-check',
    words: 'a DPP whose register check is overdue by more than 30 days is asked',
    noticedAs: /who is overdue for a check/u,
    needs: 'years',
    ports: (ports, { what }) =>
      !matches(what)
        ? ports
        : {
            ...ports,
            table: asIf(ports.table, ({ check }) =>
              check === undefined ? undefined : { check: { ...check, dueOn: '2099-01-01' } },
            ),
          },
  },
];
