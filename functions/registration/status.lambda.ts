import { noContext } from '../../shared/matching/ask.ts';
import { policy } from '../../shared/matching/policy.ts';
import { whatWouldHelp } from '../matching/what-would-help.ts';
import { httpFunction } from '../platform/http/http-function.ts';
import { roundForLearner } from '../programme/rounds/told-to-learners.ts';
import { eraseOwnRequest, takeBack } from './close-request.ts';
import { container } from './container.ts';
import { dataOfRequester } from './personal-data.ts';
import { status } from './status.ts';

const { show, take, showAction, takeAction } = status({
  ...container,
  takeBack: takeBack(container),
  erase: eraseOwnRequest(container),
  personalData: dataOfRequester(container),
  inRound: roundForLearner(container.table),
  // Give and take and prices order those who fit; they never decide who does.
  whatHelps: whatWouldHelp({ ...container, policy, memory: () => Promise.resolve(noContext) }),
});

export const handler = httpFunction(
  [
    { method: 'GET', path: '/status/{token}', handler: show },
    { method: 'POST', path: '/status/{token}', handler: take },
    { method: 'GET', path: '/status/{token}/{action}', handler: showAction },
    { method: 'POST', path: '/status/{token}/{action}', handler: takeAction },
  ],
  container,
);
