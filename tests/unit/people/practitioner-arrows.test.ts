import { describe } from 'vitest';
import { type Practitioner, practitionerMachine } from '../../../shared/people/practitioner.ts';
import {
  checkedPractitioner,
  confirmDetails,
  confirmEmail,
  goStale,
  type Moved,
  pause,
  resume,
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

describe('every arrow of a practitioner has a move', () =>
  everyArrowHasAMove(practitionerMachine, {
    'unconfirmed confirm-email': after('unconfirmed', (one) => confirmEmail(one, false, NOW)),
    'unconfirmed confirm-email-trusted': after('unconfirmed', (one) => confirmEmail(one, true, NOW)),
    'unconfirmed withdraw': withdrawn('unconfirmed'),
    'unconfirmed erase': erased('unconfirmed'),
    'awaiting-check record-check': checked('awaiting-check'),
    'awaiting-check withdraw': withdrawn('awaiting-check'),
    'awaiting-check erase': erased('awaiting-check'),
    'listed record-check': checked('listed'),
    'listed confirm-details': confirmed('listed'),
    'listed pause': after('listed', (one) => pause(one, NOW)),
    'listed go-stale': after('listed', (one) => goStale(one, NOW)),
    'listed withdraw': withdrawn('listed'),
    'listed erase': erased('listed'),
    'paused record-check': checked('paused'),
    'paused confirm-details': confirmed('paused'),
    'paused resume': after('paused', (one) => resume(one, NOW)),
    'paused withdraw': withdrawn('paused'),
    'paused erase': erased('paused'),
    'stale record-check': checked('stale'),
    'stale confirm-details': confirmed('stale'),
    'stale withdraw': withdrawn('stale'),
    'stale erase': erased('stale'),
    'withdrawn erase': erased('withdrawn'),
  }));
