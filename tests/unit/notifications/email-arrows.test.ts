import { describe } from 'vitest';
import { emailFor, emailMachine } from '../../../shared/notifications/email.ts';
import {
  droppedEmail,
  failedEmail,
  leasedEmail,
  nextHourEmail,
  postponedEmail,
  rejectedEmail,
  sentEmail,
  suppressedEmail,
} from '../../../shared/notifications/email-moves.ts';
import { NOW } from '../../support/builders.ts';
import { everyArrowHasAMove } from '../../support/every-arrow.ts';

const pending = emailFor('team-nobody-left', 'req1', {}, NOW);
const leased = leasedEmail(pending, NOW);
const suppressed = suppressedEmail(pending);
const dropped = droppedEmail(pending);
const sent = sentEmail(leased, NOW, 'ses-1');

describe('every arrow of an e-mail has a move', () =>
  everyArrowHasAMove(emailMachine, {
    'pending lease': () => leased.state,
    'pending postpone': () => nextHourEmail(pending, NOW).state,
    'pending send': () => sentEmail(pending, NOW, 'ses-1').state,
    'pending drop': () => dropped.state,
    'pending suppress': () => suppressed.state,
    'pending fail': () => failedEmail(pending).state,
    'leased lease': () => leasedEmail(leased, NOW).state,
    'leased postpone': () => postponedEmail(leased, NOW).state,
    'leased send': () => sent.state,
    'leased drop': () => droppedEmail(leased).state,
    'leased suppress': () => suppressedEmail(leased).state,
    'leased fail': () => failedEmail(leased).state,
    'sent fail': () => rejectedEmail(sent).state,
    'suppressed send': () => sentEmail(suppressed, NOW, 'ses-1').state,
    'suppressed fail': () => rejectedEmail(sentEmail(suppressed, NOW, 'ses-1')).state,
    'not-needed send': () => sentEmail(dropped, NOW, 'ses-1').state,
    'not-needed fail': () => rejectedEmail(sentEmail(dropped, NOW, 'ses-1')).state,
  }));
