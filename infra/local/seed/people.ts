import { flagsOf } from '../../../shared/people/practitioner-flags.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import {
  checkedWithoutProof,
  confirmEmail,
  goStale,
  mergedPractitioner,
  pause,
  refuse,
  suspend,
  unlist,
  withdraw,
} from '../../../shared/people/practitioner-moves.ts';
import { inventDpps, listDpp } from './dpps.ts';
import type { Employer } from './employers.ts';
import type { Invent } from './invent.ts';
import { expectAccepted } from './expect-accepted.ts';
import type { Times } from './times.ts';
import type { World } from './world.ts';

const COUNT = 80;

/**
 * For each of these states, the indexes of the DPPs whose listing is in that state. All other DPPs are
 * listed.
 */
const unconfirmed = [78, 79];
const awaitingCheck = [61];
const provisional = [58, 60, 62];
const paused = [49, 71];
const stale = [47];
const withdrawn = [53];
const awaitingProof = [65];
const suspended = [67];
const refused = [51];
const unlisted = [54];
const merged = [56];
const beingChecked = [63];
const organisationChanged = [28];
const checkOverdue = [34];
const fewYears = [30, 61];
const leaving = [8, 21, 35];

const variant = (practitioner: Practitioner, index: number, times: Times): Practitioner => {
  const changed = {
    ...practitioner,
    ...(fewYears.includes(index)
      ? {
          yearsPrescribing: 2,
          justification: 'I prescribe every day and was a practice supervisor for 2 learners last year.',
        }
      : {}),
    ...(leaving.includes(index) ? { leavingOn: times.in(120 + index) } : {}),
    ...(practitioner.nextYear === 'no' ? { nextYearReason: 'I will have other duties.' } : {}),
  };
  return { ...changed, flags: flagsOf(changed) };
};

const overdueSince = (practitioner: Practitioner, dueOn: string): Practitioner =>
  practitioner.check === undefined
    ? practitioner
    : { ...practitioner, check: { ...practitioner.check, dueOn } };

/** @param first id of the first DPP, into whose listing a second one was merged */
const inState = (
  practitioner: Practitioner,
  index: number,
  times: Times,
  invent: Invent,
  first: string,
): Practitioner => {
  if (unconfirmed.includes(index))
    return { ...practitioner, createdAt: times.hoursAgo(20), confirmedAt: times.hoursAgo(20) };
  if (awaitingCheck.includes(index))
    return expectAccepted(confirmEmail(practitioner, false, times.ago(index - 60)));
  if (provisional.includes(index))
    return expectAccepted(confirmEmail(practitioner, true, times.ago(index - 55)));
  if (stale.includes(index))
    return expectAccepted(goStale(listDpp(practitioner, times, 80 + index), times.ago(3)));
  const recent = listDpp(practitioner, times, 9);
  if (suspended.includes(index)) return expectAccepted(suspend(recent, 'regulator', times.ago(6)));
  if (refused.includes(index)) return expectAccepted(refuse(recent, times.ago(15)));
  if (merged.includes(index)) return expectAccepted(mergedPractitioner(recent, first, times.ago(20)));
  if (beingChecked.includes(index))
    return overdueSince({ ...recent, recheck: { since: times.ago(2), fields: ['name'] } }, times.in(-45));
  if (awaitingProof.includes(index)) {
    const confirmed = expectAccepted(confirmEmail(practitioner, false, times.ago(9)));
    const check = { by: 'Tess Team', seen: 'annotated as independent prescriber' };
    return expectAccepted(checkedWithoutProof(confirmed, check, times.ago(4)));
  }
  const listed = listDpp(practitioner, times, invent.pick([1, 3, 9, 16, 22, 30, 41, 55, 70, 88, 95, 104]));
  if (unlisted.includes(index)) return expectAccepted(unlist(listed, times.ago(5)));
  if (organisationChanged.includes(index)) return { ...listed, organisationChangedAt: times.ago(3) };
  if (checkOverdue.includes(index)) return overdueSince(listed, times.in(-12));
  if (paused.includes(index)) return expectAccepted(pause(listed, times.ago(12)));
  return withdrawn.includes(index) ? expectAccepted(withdraw(listed, times.ago(30))) : listed;
};

/**
 * Registers the DPPs, with listings in every state, and queues e-mails to those DPPs who have to do
 * something.
 */
export const registerDpps = (
  world: World,
  invent: Invent,
  times: Times,
  employers: readonly Employer[],
): void => {
  const invented = inventDpps(invent, times, employers, COUNT);
  const first = invented[0]?.id ?? '';
  for (const [index, registered] of invented.entries()) {
    const practitioner = inState(variant(registered, index, times), index, times, invent, first);
    world.keep({ practitioner });
    const about = { practitionerId: practitioner.id };
    if (practitioner.state === 'unconfirmed')
      world.write('practitioner-address-confirm', practitioner.id, about, times.now);
    if (practitioner.state === 'awaiting-check')
      world.write('team-check-wanted', practitioner.id, about, times.now);
    if (practitioner.state === 'awaiting-proof')
      world.write(
        'practitioner-waiting-for-proof',
        practitioner.id,
        // Every third employer has somebody who vouches: see `trustRows`.
        { ...about, occasion: (index % employers.length) % 3 === 1 ? 'asked' : 'nobody' },
        times.now,
      );
  }
};
