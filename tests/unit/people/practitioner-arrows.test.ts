import { describe } from 'vitest';
import { type Practitioner, practitionerMachine } from '../../../shared/people/practitioner.ts';
import {
  checkedPractitioner,
  checkedWithoutProof,
  confirmDetails,
  confirmEmail,
  goStale,
  mergedPractitioner,
  type Moved,
  pause,
  proved,
  refuse,
  reinstate,
  resume,
  suspend,
  unlist,
  withdraw,
} from '../../../shared/people/practitioner-moves.ts';
import { erasedPractitioner } from '../../../shared/privacy/erase-practitioner.ts';
import { aPractitioner, NOW } from '../../support/builders.ts';
import { everyArrowHasAMove } from '../../support/every-arrow.ts';

type State = Practitioner['state'];

const after =
  (state: State, move: (practitioner: Practitioner) => Moved): (() => State | undefined) =>
  () => {
    const moved = move(aPractitioner({ state }));
    return moved.ok ? moved.value.state : undefined;
  };
const checked = (state: State) =>
  after(state, (one) => checkedPractitioner(one, { by: 'Team Example', seen: 'register entry' }, NOW));
const confirmed = (state: State) => after(state, (one) => confirmDetails(one, NOW));
const withdrawn = (state: State) => after(state, (one) => withdraw(one, NOW));
const erased = (state: State) => () => erasedPractitioner(aPractitioner({ state }), NOW).state;

const unproved = (state: State) =>
  after(state, (one) => checkedWithoutProof(one, { by: 'Team Example', seen: 'register entry' }, NOW));
const suspended = (state: State) => after(state, (one) => suspend(one, 'regulator', NOW));
const unlisted = (state: State) => after(state, (one) => unlist(one, NOW));
const refused = (state: State) => after(state, (one) => refuse(one, NOW));
const merged = (state: State) => after(state, (one) => mergedPractitioner(one, 'dpp2', NOW));
const uncheckedAgain = (state: State) => () => {
  const { check, ...unchecked } = aPractitioner({ state });
  const moved = reinstate(unchecked, NOW);
  return moved.ok ? moved.value.state : undefined;
};

describe('every arrow of a practitioner has a move', () =>
  everyArrowHasAMove(practitionerMachine, {
    'unconfirmed confirm-email': after('unconfirmed', (one) => confirmEmail(one, false, NOW)),
    'unconfirmed confirm-email-trusted': after('unconfirmed', (one) => confirmEmail(one, true, NOW)),
    'unconfirmed withdraw': withdrawn('unconfirmed'),
    'unconfirmed erase': erased('unconfirmed'),
    'awaiting-check record-check': checked('awaiting-check'),
    'awaiting-check withdraw': withdrawn('awaiting-check'),
    'awaiting-check erase': erased('awaiting-check'),
    'awaiting-check record-check-unproved': unproved('awaiting-check'),
    'awaiting-check suspend': suspended('awaiting-check'),
    'awaiting-check refuse': refused('awaiting-check'),
    'awaiting-check merge': merged('awaiting-check'),
    'awaiting-proof record-check': checked('awaiting-proof'),
    'awaiting-proof record-check-unproved': unproved('awaiting-proof'),
    'awaiting-proof prove': after('awaiting-proof', (one) => proved(one, 'voucher', NOW)),
    'awaiting-proof suspend': suspended('awaiting-proof'),
    'awaiting-proof refuse': refused('awaiting-proof'),
    'awaiting-proof merge': merged('awaiting-proof'),
    'awaiting-proof withdraw': withdrawn('awaiting-proof'),
    'awaiting-proof erase': erased('awaiting-proof'),
    'listed record-check': checked('listed'),
    'listed confirm-details': confirmed('listed'),
    'listed pause': after('listed', (one) => pause(one, NOW)),
    'listed go-stale': after('listed', (one) => goStale(one, NOW)),
    'listed suspend': suspended('listed'),
    'listed unlist': unlisted('listed'),
    'listed refuse': refused('listed'),
    'listed merge': merged('listed'),
    'listed withdraw': withdrawn('listed'),
    'listed erase': erased('listed'),
    'paused record-check': checked('paused'),
    'paused confirm-details': confirmed('paused'),
    'paused resume': after('paused', (one) => resume(one, NOW)),
    'paused suspend': suspended('paused'),
    'paused unlist': unlisted('paused'),
    'paused refuse': refused('paused'),
    'paused merge': merged('paused'),
    'paused withdraw': withdrawn('paused'),
    'paused erase': erased('paused'),
    'stale record-check': checked('stale'),
    'stale confirm-details': confirmed('stale'),
    'stale suspend': suspended('stale'),
    'stale unlist': unlisted('stale'),
    'stale refuse': refused('stale'),
    'stale merge': merged('stale'),
    'stale withdraw': withdrawn('stale'),
    'stale erase': erased('stale'),
    'unlisted record-check': checked('unlisted'),
    'unlisted confirm-details': confirmed('unlisted'),
    'unlisted reinstate': after('unlisted', (one) => reinstate(one, NOW)),
    'unlisted suspend': suspended('unlisted'),
    'unlisted refuse': refused('unlisted'),
    'unlisted merge': merged('unlisted'),
    'unlisted withdraw': withdrawn('unlisted'),
    'unlisted erase': erased('unlisted'),
    'suspended record-check': checked('suspended'),
    'suspended reinstate': after('suspended', (one) => reinstate(one, NOW)),
    'suspended reinstate-unchecked': uncheckedAgain('suspended'),
    'suspended refuse': refused('suspended'),
    'suspended merge': merged('suspended'),
    'suspended withdraw': withdrawn('suspended'),
    'suspended erase': erased('suspended'),
    'refused reinstate-unchecked': uncheckedAgain('refused'),
    'refused withdraw': withdrawn('refused'),
    'refused erase': erased('refused'),
    'merged erase': erased('merged'),
    'withdrawn erase': erased('withdrawn'),
  }));
