import { type Described, judgePeople, sameMailbox } from '../people/same-person.ts';
import { personInWords } from '../people/person-in-words.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { Sameness } from '../people/same-name.ts';
import { type ConflictKind, type DeclaredConflict, isUndecided } from './declared-conflict.ts';
import { learnerIdentity } from './learner-identity.ts';
import type { SupervisionRequest } from './request.ts';

/** By what a practitioner is compared with a learner and with the people whom a request names. */
type Identified = Pick<Practitioner, 'id' | 'name' | 'email' | 'regulator' | 'registrationNumber'>;

const describe = ({ name, email, regulator, registrationNumber }: Identified) => ({
  name,
  email,
  ...(registrationNumber === '' ? {} : { number: { regulator, number: registrationNumber } }),
});

const known = new WeakMap<SupervisionRequest, Described>();

/** Describes the learner of a request. Keeps it, because matching compares one request with many practitioners. */
const learnerOf = (request: SupervisionRequest): Described => {
  const isLearner = request.requestedBy === 'learner';
  const found = known.get(request) ?? {
    name: request.learnerName ?? (isLearner ? request.requesterName : undefined),
    email: isLearner ? request.email : undefined,
    number: learnerIdentity(request).number,
  };
  known.set(request, found);
  return found;
};

/** Judges whether the learner of a request, or the person who asks for them, is this practitioner. */
export const judgeLearner = (request: SupervisionRequest, practitioner: Identified): Sameness => {
  // The file that matching scans has no details of people: these are judged when the row is read.
  if (practitioner.email === '') return 'different';
  return sameMailbox(request.email, practitioner.email)
    ? 'same'
    : judgePeople(learnerOf(request), describe(practitioner));
};

/** Judges whether a conflict names this practitioner. */
const judgeNamed = (
  { name, address, practitionerId }: DeclaredConflict,
  practitioner: Identified,
): Sameness => {
  if (practitionerId === practitioner.id || name === practitioner.id) return 'same';
  const byAddress = address === undefined ? 'different' : personInWords(address, practitioner);
  if (byAddress === 'same' || name === undefined) return byAddress;
  const byName = personInWords(name, practitioner);
  // Equal names with another address may be two people.
  return byName === 'same' && address?.includes('@') === true ? 'unclear' : byName;
};

/** `upheld`: a tie, so that this practitioner is not asked. `unclear`: the team has to say whether it is one. */
export type TieStanding = 'none' | 'cleared' | 'unclear' | 'upheld';

/** What a request says about one practitioner: the standing of the strictest tie, and the kinds of those that count. */
export interface LearnerTie {
  readonly standing: TieStanding;
  readonly kinds: readonly (ConflictKind | 'learner')[];
}

const ORDER = ['none', 'cleared', 'unclear', 'upheld'] as const satisfies readonly TieStanding[];

/**
 * Judges the ties between the learner of a request and a practitioner: the conflicts that either side declared, and
 * whether a similar name means that the practitioner is the learner. A decision of the team about this practitioner holds
 * for everything that names do not settle, and a conflict that the team cleared is no tie. A decision about a name that was
 * unclear does not hold for one that is the same: the practitioner was renamed since.
 */
export const judgeTies = (request: SupervisionRequest, practitioner: Identified): LearnerTie => {
  const last = request.tieDecisions?.findLast(({ practitionerId }) => practitionerId === practitioner.id);
  const decided = last?.is;
  const ofConflicts = request.conflicts.map((conflict): readonly [TieStanding, ConflictKind] => {
    const named = judgeNamed(conflict, practitioner);
    if (named === 'different') return ['none', conflict.kind];
    if (!isUndecided(conflict)) return ['cleared', conflict.kind];
    if (conflict.practitionerId === practitioner.id) return ['upheld', conflict.kind];
    const isRenamed = named === 'same' && last?.about === 'unclear';
    return [(isRenamed ? undefined : decided) ?? (named === 'same' ? 'upheld' : 'unclear'), conflict.kind];
  });
  const isUnclear =
    request.unclearTies?.includes(practitioner.id) === true ||
    judgeLearner(request, practitioner) === 'unclear';
  const all: readonly (readonly [TieStanding, ConflictKind | 'learner'])[] = [
    ...ofConflicts,
    [isUnclear ? (decided ?? 'unclear') : 'none', 'learner'],
  ];
  const standing = ORDER.findLast((one) => all.some(([found]) => found === one)) ?? 'none';
  return {
    standing,
    kinds:
      standing === 'none'
        ? []
        : [...new Set(all.filter(([found]) => found === standing).map(([, kind]) => kind))],
  };
};
