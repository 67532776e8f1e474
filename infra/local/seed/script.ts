import type { ClinicalAreaId } from '../../../shared/reference/clinical-areas.ts';
import type { ProfessionId } from '../../../shared/reference/professions.ts';
import { siteIn } from './employers.ts';
import { scopeOf } from './learners.ts';
import {
  agreed,
  asked,
  completed,
  open,
  refused,
  sent,
  type Stage,
  started,
  unsupported,
} from './stories.ts';

const learning: readonly ProfessionId[] = [
  'pharmacist',
  'nurse',
  'pharmacist',
  'physiotherapist',
  'paramedic',
];
const turn = (index: number): ProfessionId => learning[index % learning.length] ?? 'pharmacist';
const times = (count: number, tell: (index: number) => void): void => {
  for (let index = 0; index < count; index += 1) tell(index);
};

const inArea = (area: ClinicalAreaId) => ({ leadArea: area, areas: [area], scope: scopeOf(area) });

/** Creates requests whose courses have started or finished. */
const past = (stage: Stage): void => {
  times(5, (index) =>
    completed(
      stage,
      { signOffIn: -295 - index * 7, askedDaysAgo: 330 + index * 7, profession: turn(index) },
      12 + index * 9,
    ),
  );
  times(6, (index) =>
    started(stage, {
      signOffIn: -140 - index * 5,
      askedDaysAgo: 175 + index * 5,
      profession: turn(index + 1),
    }),
  );
};

/** Creates requests with a match for a course in the future. */
const settled = (stage: Stage): void => {
  times(8, (index) =>
    agreed(stage, { signOffIn: 18 + index * 6, askedDaysAgo: 24 - index, profession: turn(index) }),
  );
  agreed(stage, { signOffIn: 40, askedDaysAgo: 8, profession: 'nurse' }, 1);
  agreed(stage, { signOffIn: 33, askedDaysAgo: 9, profession: 'pharmacist', changes: { spokeHours: 30 } }, 1);
};

/**
 * Creates requests without a match: some have a pending offer, and the service matches the others when it
 * starts.
 */
const waiting = (stage: Stage): void => {
  times(5, (index) => asked(stage, { signOffIn: 30 + index * 4, askedDaysAgo: 3, profession: turn(index) }));
  times(3, (index) =>
    asked(stage, { signOffIn: 44 + index * 3, askedDaysAgo: 7, profession: turn(index) }, ['declined']),
  );
  asked(stage, { signOffIn: 60, askedDaysAgo: 16, profession: 'pharmacist' }, ['lapsed', 'declined']);
  times(14, (index) =>
    open(stage, { signOffIn: 25 + index * 4, askedDaysAgo: 1 + (index % 3), profession: turn(index) }),
  );
  const far = {
    organisation: { id: 'romney-light-medical-centre', name: 'Romney Light Medical Centre' },
    site: siteIn('TN28'),
    maxMinutes: 20,
    remoteAcceptable: false,
  };
  open(stage, {
    signOffIn: 21,
    askedDaysAgo: 5,
    profession: 'nurse',
    changes: { ...far, ...inArea('hiv'), setting: 'sexual-public-health' },
  });
  open(stage, {
    signOffIn: 28,
    askedDaysAgo: 4,
    profession: 'pharmacist',
    changes: { ...far, ...inArea('haematology'), setting: 'acute-hospital' },
  });
};

/** Creates requests that are unconfirmed, lapsed or withdrawn. */
const otherEnds = (stage: Stage): void => {
  times(2, (index) => {
    const id = sent(stage, { signOffIn: 50 + index, askedDaysAgo: 1, profession: turn(index) });
    stage.world.write('requester-address-confirm', id, { requestId: id }, stage.times.now);
  });
  times(3, (index) => {
    const id = open(stage, { signOffIn: -2 - index * 6, askedDaysAgo: 40 + index, profession: turn(index) });
    stage.world.close(id, 'lapse', stage.times.ago(1 + index * 6));
  });
  times(2, (index) => {
    const id = open(stage, { signOffIn: 35, askedDaysAgo: 15 + index, profession: turn(index) });
    stage.world.close(id, 'withdraw', stage.times.ago(6 + index));
  });
  const [match = stage.world.firstStarted()] = agreed(stage, {
    signOffIn: -20,
    askedDaysAgo: 60,
    profession: 'pharmacist',
  });
  if (match !== undefined) stage.world.endEarly(match, 'dpp-left', stage.times.ago(1));
  // Half way through, a DPP and a learner find that it does not work: the seat is open for the hours that are left.
  const [broken] = agreed(stage, { signOffIn: -20, askedDaysAgo: 70, profession: 'nurse' }, 1);
  if (broken !== undefined)
    stage.world.endEarly(
      stage.world.start(broken),
      { by: 'practitioner', cause: 'broke-down', hoursDone: Math.floor(broken.hours / 2) },
      stage.times.ago(2),
    );
};

/** Creates the history of the last year. */
export const script = (stage: Stage): void => {
  past(stage);
  settled(stage);
  waiting(stage);
  otherEnds(stage);
};

/** Creates requests from private addresses: two wait for support, and the team refused one. */
export const unsupportedRequests = (stage: Stage): void => {
  times(2, (index) =>
    unsupported(stage, { signOffIn: 40 + index, askedDaysAgo: 2 + index * 4, profession: turn(index) }),
  );
  refused(stage, { signOffIn: 38, askedDaysAgo: 9, profession: 'nurse' });
};
