import type { HttpHandler } from '../../functions/web/http/http-message.ts';
import type { Plant } from '../simulation/planted.ts';
import type { Ports, Services } from '../simulation/services.ts';
import { withOldReaders } from './old-readers.ts';
import type { OldVersion } from './old-version.ts';

/**
 * Removes declared conflicts of interest from acceptances, because a stored conflict is the only thing that
 * version 0.1.0 cannot read.
 */
const withoutConflicts = (its: Services): Services => ({
  ...its,
  answerOffer: () => {
    const { show, answer } = its.answerOffer();
    const accepting: HttpHandler = (request) => {
      const { json } = request;
      const { conflicts, ...rest } = (json ?? {}) as Record<string, unknown>;
      return answer({ ...request, json: conflicts === undefined ? json : rest });
    };
    return { show, answer: accepting };
  },
});

/**
 * Runs functions of version 0.1.0 and of this version in turn, on one table. Returns a `Plant`, although the
 * alternation is not a fault, because the simulation then inserts it as it inserts planted faults.
 * @param first 1 if the first run is this version's, 0 if it is version 0.1.0's
 */
export const alternating = (
  old: OldVersion,
  first: 0 | 1,
): Plant & { readonly turns: () => readonly number[] } => {
  const turns: [number, number] = [0, 0];
  let run = first;
  let ports: Ports | undefined;
  return {
    name: 'alternating',
    words: '0.1.0 and this version take turns',
    ofRounds: true,
    ports: (given) => {
      ports = given;
      return given;
    },
    services: (its) => {
      const turn = run % 2 === 0 ? 0 : 1;
      run = turn === 0 ? 1 : 0;
      turns[turn] += 1;
      if (ports === undefined) throw new Error('no ports');
      return withoutConflicts(turn === 0 ? withOldReaders(old.services(ports), its) : its);
    },
    turns: () => turns,
  };
};
