import * as z from 'zod';
import type { Answers } from '../../../shared/journeys/question.ts';
import { type JourneyStack, journeyStack } from './stack.ts';

const deployment = z.array(z.looseObject({ id: z.string(), sharesWith: z.array(z.string()) }));
const SETTINGS = 'systems/deployment.json';

/** Names the systems with which each system shares free places. Functions learn of it within a minute. */
export const sharePlaces = async (
  stack: JourneyStack,
  agreed: Readonly<Record<string, readonly string[]>>,
): Promise<void> => {
  const files = await stack.files();
  const found = await files.get(SETTINGS);
  if (found === undefined || found === 'unchanged') throw new Error('the bucket has no settings');
  const settings = deployment.parse(JSON.parse(new TextDecoder().decode(found.body)));
  const changed = settings.map((one) => ({ ...one, sharesWith: agreed[one.id] ?? [] }));
  await files.put(SETTINGS, new TextEncoder().encode(JSON.stringify(changed)), {
    contentType: 'application/json',
  });
  await stack.advance({ minutes: 2 });
};

type Changes = Record<string, Answers[string] | undefined>;

/** The two neighbouring systems of the running service, with people on both sides of their border. */
export const neighbours = (network: number) => {
  const kent = journeyStack(network);
  const sussex = journeyStack(network + 1, 'sussex');
  const share = async (): Promise<void> => {
    const ran = await kent.runSchedule('borders-share-places');
    if (!ran.ok) throw new Error(ran.errorMessage ?? 'sharing failed');
    await kent.settle();
  };
  return {
    kent,
    sussex,
    /** Tends the loans and offers places across, as the schedule does every five minutes. */
    share,
    /** Lists a DPP of Sussex, 22 minutes from the border. */
    dppInSussex: (changes: Changes = {}): Promise<string> =>
      sussex.listed({
        name: 'Amara Wadhurst',
        email: 'amara@sussex.example',
        registrationNumber: '2012401',
        organisation: 'Border Surgery',
        outcode: 'TN5',
        ...changes,
      }),
    /** Makes a learner in Kent ask, for whom Kent has nobody, and runs the schedule that looks across the border. */
    learnerInKent: async (changes: Changes = {}): Promise<void> => {
      await kent.confirmDomain('kent.example');
      await kent.asked({
        requesterName: 'Lee Pembury',
        email: 'lee@kent.example',
        registrationNumber: '2054401',
        organisation: 'Pembury Pharmacy',
        outcode: 'TN2',
        ...changes,
      });
      // Nobody is said to be left before the published files know every change.
      await kent.advance({ minutes: 2 });
      await kent.advance({ minutes: 6 });
      await share();
    },
  };
};
