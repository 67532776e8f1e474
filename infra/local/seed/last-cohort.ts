import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { type Organisation, organisationIdOf } from '../../../shared/people/organisation.ts';
import type { RequestIn } from '../../../shared/requests/request.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { Site } from '../../../shared/reference/vocabulary.ts';
import type { ProfessionId } from '../../../shared/reference/professions.ts';
import { inventDpps, listDpp } from './dpps.ts';
import { siteIn } from './employers.ts';
import { inventRequest } from './learners.ts';
import type { Stage } from './stories.ts';
import { supervisorNear } from './supervisor-near.ts';

/**
 * The cohort's learners must name a DPP by a day that is 26 to 41 days from today; their courses start 91
 * days after that day. A request with at most 21 days left (`TOO_URGENT_TO_HOLD_DAYS`) is too urgent to be
 * held for a round: the functions, which run while the seed writes, would match it individually.
 */
export const SIGN_OFF_IN_DAYS = [26, 41] as const;
export const STARTS_AFTER_DAYS = 91;

const LEARNERS = 36;
const DPPS = 46;
/** Only two areas of Kent and Medway, so that each has enough cases for its figures to be published. */
const PLACES: ReadonlySet<string> = new Set(['medway-swale', 'east-kent']);
const learning: readonly ProfessionId[] = [
  'pharmacist',
  'nurse',
  'pharmacist',
  'nurse',
  'pharmacist',
  'paramedic',
];
/**
 * Indexes of the requests for a learning hub, where a DPP signs off and a supervisor at another workplace (a
 * spoke) provides hours.
 */
const hubs: readonly number[] = [4, 12];

/**
 * Employers without a DPP of their own. Every third learner works for one of these and needs a DPP of another
 * employer.
 */
const dependent = [
  { name: 'Teasel Bank Surgery', outcode: 'ME8' },
  { name: 'Fennel Quay Pharmacy', outcode: 'CT2' },
] as const;

const employersWithout = (createdAt: Instant): readonly (Organisation & { readonly site: Site })[] =>
  dependent.map(({ name, outcode }) => {
    const site = siteIn(outcode);
    return {
      id: organisationIdOf(name),
      version: 0,
      name,
      place: site.place,
      digests: false,
      createdAt,
      site,
    };
  });

/** Creates the learners of the last round, and the DPPs with one place each who joined for that round. */
export const lastCohort = ({
  invent,
  times,
  employers,
  world,
}: Stage): {
  readonly organisations: readonly Organisation[];
  readonly practitioners: readonly Practitioner[];
  readonly requests: readonly RequestIn<'unconfirmed'>[];
} => {
  const near = employers.filter(({ organisation }) => PLACES.has(organisation.place));
  // These DPPs stop supervising after this cohort's courses, so that the next cohort has too few places
  // again.
  const forTheirCourse = { availableTo: times.in(SIGN_OFF_IN_DAYS[1] + STARTS_AFTER_DAYS + 190) };
  const practitioners = inventDpps(invent, times, near, DPPS).map((one) =>
    listDpp(
      {
        ...one,
        placesOffered: 1,
        ...forTheirCourse,
        supervisesProfessions: [
          ...new Set([...one.supervisesProfessions, 'pharmacist' as const, 'nurse' as const]),
        ],
        supervisesLearnerTypes: [
          ...new Set([...one.supervisesLearnerTypes, 'pharmacist-ip' as const, 'v300' as const]),
        ],
        seatRoles: ['dpp', 'practice-assessor', 'practice-supervisor', 'spoke-supervisor'],
      },
      times,
      invent.pick([4, 12, 33, 51]),
    ),
  );
  const known = [...world.practitioners.values()].filter(
    ({ state, check, sites: [site] }) =>
      state === 'listed' && check !== undefined && PLACES.has(site?.place ?? ''),
  );
  const hosts = [...practitioners, ...known];
  const without = employersWithout(times.ago(200));
  const requests = Array.from({ length: LEARNERS }, (_, index) => {
    const profession = learning[index % learning.length] ?? 'pharmacist';
    const taking = hosts.filter(({ supervisesProfessions }) => supervisesProfessions.includes(profession));
    const [first, last] = SIGN_OFF_IN_DAYS;
    const host = taking[(index * 7) % taking.length];
    if (host === undefined) throw new Error(`nobody takes a ${profession}`);
    const employer =
      index % 3 === 0 ? without.find(({ place }) => place === host.sites[0]?.place) : undefined;
    return inventRequest(invent, times, employers, {
      near: host,
      signOffIn: first + (index % (last - first + 1)),
      askedDaysAgo: 27 + ((index * 7) % 20),
      profession,
      changes: {
        maxMinutes: index % 3 === 1 ? 30 : 45,
        ...(hubs.includes(index) ? { spokeHours: 30, maxMinutes: 45 } : {}),
        ...(employer === undefined
          ? {}
          : { organisation: { id: employer.id, name: employer.name }, site: employer.site }),
      },
    });
  });
  const teams = requests.filter(({ spokeHours, profession }) => spokeHours > 0 || profession === 'nurse');
  const supervisors = teams
    .filter((_, index) => index % 4 !== 3)
    .map((request) => ({ ...supervisorNear({ invent, times, employers }, request), ...forTheirCourse }));
  return {
    organisations: without.map(({ site: _site, ...organisation }) => organisation),
    practitioners: [...practitioners, ...supervisors],
    requests,
  };
};
