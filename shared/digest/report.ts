import { declineReasons } from '../offers/offer.ts';
import { dayInWords } from '../kernel/time.ts';
import { quarterInWords } from '../insights/quarter.ts';
import { withinSentence } from '../reference/reference-words.ts';
import { clinicalAreas } from '../reference/clinical-areas.ts';
import type { Geography, PlaceNames } from '../geography/geography.ts';
import type { ServiceSystem } from '../systems/service-system.ts';
import { roadMilesInWords } from '../reference/drive-in-words.ts';
import { carFactor } from '../reference/travel-factors.ts';
import { professions } from '../reference/professions.ts';
import type { Figures, Tally } from './figures.ts';
import { headlineOf, protects } from './headline.ts';
import type { DigestScope } from './scope.ts';
import { type ProtectedCount, protectedCount, protectedParts } from './protected-count.ts';

interface ReportRow {
  readonly label: string;
  /** Number of free places. */
  readonly free: ProtectedCount;
  readonly waiting: ProtectedCount;
  /**
   * Number of places offered. Shown for the whole system only: elsewhere, readers could work out small
   * numbers from the difference between places offered and places free.
   */
  readonly offered?: ProtectedCount;
  readonly taken?: ProtectedCount;
}

/** One section of a digest. */
export type ReportPart =
  | {
      readonly kind: 'facts';
      readonly heading: string;
      readonly facts: readonly { readonly label: string; readonly value: string }[];
    }
  | { readonly kind: 'table'; readonly heading: string; readonly rows: readonly ReportRow[] }
  | { readonly kind: 'lines'; readonly heading: string; readonly lines: readonly string[] };

/** A digest in words, most important sentence first. Both the e-mail and the page are made from it. */
export interface Report {
  readonly title: string;
  readonly headline: string;
  /** Wordings for a subject line, longest first. */
  readonly short: readonly string[];
  /** Shown instead of the sections if nothing has changed. */
  readonly nothingNew: string | undefined;
  readonly parts: readonly ReportPart[];
}

type Words = readonly { readonly id: string; readonly words: string }[];
const wordsOf = (table: Words, id: string): string => table.find((entry) => entry.id === id)?.words ?? id;

const placeWords = ({ places }: Geography): Words => places.map(({ id, name }) => ({ id, words: name }));

const titleOf = (scope: DigestScope, { name, geography }: ServiceSystem): string => {
  switch (scope.kind) {
    case 'system':
      return name;
    case 'place':
      return geography.placeName(scope.place);
    case 'organisation':
      return scope.name;
  }
};

/**
 * Says how a number has changed: " (2 more than on 16 November 2026)". Empty unless both numbers are shown
 * exactly.
 */
const changeWords = (now: ProtectedCount, before: ProtectedCount | undefined, day: string): string => {
  if (before === undefined || !now.exact || !before.exact || now.length === before.length) return '';
  const by = now.length - before.length;
  return ` (${Math.abs(by)} ${by > 0 ? 'more' : 'fewer'} than on ${dayInWords(day)})`;
};

const totals = (
  figures: Figures,
  previous: Figures | undefined,
  protect: boolean,
  { askAfterDays }: ServiceSystem['settings'],
): ReportPart => {
  const shown = (of: Figures): readonly (readonly [string, ProtectedCount])[] => {
    const [taken, free] = protectedParts([of.taken, of.free], protect);
    const one = (count: number): ProtectedCount => protectedCount(count, protect);
    return [
      ['Learners waiting', one(of.waiting)],
      ['Places offered', one(of.offered)],
      ['Places taken', taken ?? one(of.taken)],
      ['Places free', free ?? one(of.free)],
      ['Matches agreed this week', one(of.agreed)],
      [`Listings not confirmed for ${counted(askAfterDays, 'day')}`, one(of.unconfirmed)],
      ['Registrations waiting for a check', one(of.awaitingCheck)],
      ['DPPs who plan to stop within 12 months', one(of.leaving)],
    ];
  };
  const before = new Map(previous === undefined ? [] : shown(previous));
  return {
    kind: 'facts',
    heading: 'In figures',
    facts: shown(figures).map(([label, count]) => ({
      label,
      value: `${count.words}${changeWords(count, before.get(label), previous?.day ?? figures.day)}`,
    })),
  };
};

const table = (heading: string, words: Words, tallies: readonly Tally[], protect: boolean): ReportPart[] => {
  if (tallies.length === 0) return [];
  const free = protectedParts(
    tallies.map((tally) => tally.free),
    protect,
  );
  const waiting = protectedParts(
    tallies.map((tally) => tally.waiting),
    protect,
  );
  const rows = tallies.map(({ id, offered, taken, ...tally }, index) => ({
    label: wordsOf(words, id),
    free: free[index] ?? protectedCount(tally.free, protect),
    waiting: waiting[index] ?? protectedCount(tally.waiting, protect),
    ...(protect ? {} : { offered: protectedCount(offered, false), taken: protectedCount(taken, false) }),
  }));
  return [{ kind: 'table', heading, rows }];
};

const lines = (heading: string, items: readonly string[]): ReportPart[] =>
  items.length === 0 ? [] : [{ kind: 'lines', heading, lines: items }];

const pastSignOff = (
  { pastSignOff: overdue }: Figures,
  { placeName }: PlaceNames,
  protect: boolean,
): readonly string[] => {
  const count = protectedCount(overdue.length, protect);
  if (!count.exact) return [`${count.words} learners`];
  return overdue.map(
    ({ profession, area, place, signOffNeededBy }) =>
      `${wordsOf(professions, profession)} in ${placeName(place)}, for ${withinSentence(wordsOf(clinicalAreas, area))}: DPP needed by ${dayInWords(signOffNeededBy)}`,
  );
};

const declines = ({ declines: by }: Figures, protect: boolean): readonly string[] => {
  const shown = protectedParts(
    by.map(({ count }) => count),
    protect,
  );
  return by.map(({ reason }, index) => `${wordsOf(declineReasons, reason)}: ${shown[index]?.words ?? ''}`);
};

const hostingLines = ({ giveAndTake: by }: Figures, protect: boolean): readonly string[] =>
  by.map(
    ({ organisation, hosted, placed }) =>
      `${organisation}: hosts ${protectedCount(hosted, protect).words} from other organisations; other organisations host ${protectedCount(placed, protect).words} of its own`,
  );

/** Lines for "one more DPP". Omits small numbers in a place's digest. */
const oneMore = (
  { oneMore: rows = [] }: Figures,
  { placeName }: PlaceNames,
  protect: boolean,
): readonly string[] =>
  rows
    .filter(({ learners }) => protectedCount(learners, protect).exact)
    .map(
      ({ place, area, town, learners }) =>
        `${wordsOf(clinicalAreas, area)} in ${placeName(place)} (${town}): one more DPP could take ${learners} of the learners who compete for too few places`,
    );

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const fared = ({ fairness }: Figures, { placeName }: PlaceNames, protect: boolean): readonly string[] =>
  (fairness?.byPlace ?? [])
    .filter(
      ({ learners, placed }) =>
        protectedCount(placed, protect).exact && protectedCount(learners - placed, protect).exact,
    )
    .map(
      ({ place, learners, placed, waitingDays, minutes, miles }) =>
        `${placeName(place)}: ${placed} of ${learners} learners have a place; half of the learners waited at most ${counted(waitingDays, 'day')}` +
        (minutes === undefined || miles === undefined
          ? ''
          : `; half of those with a place travel at most ${counted(minutes, 'minute')} and at most ${roadMilesInWords(miles)}`),
    );

/** Result of the latest round: learners placed, and travel compared with first come, first served. */
const lastRoundLines = ({ lastRound }: Figures): readonly string[] => {
  if (lastRound === undefined) return [];
  const { learners, placed, firstComePlaced, milesSaved, kgCo2eSaved } = lastRound;
  const more = milesSaved < 0;
  return [
    `${placed} of ${learners} learners have a place; first come, first served would have placed ${firstComePlaced}`,
    `${Math.abs(milesSaved)} miles by road ${more ? 'more' : 'fewer'} than with first come, first served: ${Math.abs(kgCo2eSaved)} kg CO2e (${carFactor.source}, ${carFactor.year})`,
  ];
};

/**
 * Leaves out the figures that change merely because time passes: the day, and the outcomes with their waiting
 * times.
 */
const withoutTimePassing = ({ day: _day, fairness: _fairness, ...rest }: Figures) => rest;

const sameAs = (figures: Figures, previous: Figures): boolean =>
  JSON.stringify(withoutTimePassing(figures)) === JSON.stringify(withoutTimePassing(previous));

const isEmpty = ({
  waiting,
  offered,
  awaitingCheck,
  pastSignOff: overdue,
  giveAndTake: exchanges,
}: Figures) => waiting + offered + awaitingCheck + overdue.length + exchanges.length === 0;

const nothingNewOf = (figures: Figures, previous: Figures | undefined): string | undefined => {
  if (previous !== undefined && sameAs(figures, previous))
    return `Nothing has changed since ${dayInWords(previous.day)}.`;
  return isEmpty(figures) ? 'There is nothing to report yet.' : undefined;
};

/** Writes the report of a digest. Suppresses small numbers in the digest of a place. */
export const reportOf = (
  scope: DigestScope,
  figures: Figures,
  system: ServiceSystem,
  previous?: Figures,
): Report => {
  const { geography } = system;
  const protect = protects(scope);
  const nothingNew = nothingNewOf(figures, previous);
  const headline = headlineOf(scope, figures, geography);
  return {
    title: titleOf(scope, system),
    headline: headline.sentence,
    short: headline.short,
    nothingNew,
    parts:
      nothingNew === undefined
        ? [
            totals(figures, previous, protect, system.settings),
            ...(scope.kind === 'system'
              ? table('By place', placeWords(geography), figures.byPlace, protect)
              : []),
            ...lines('Past the sign-off date', pastSignOff(figures, geography, protect)),
            ...table('By profession', professions, figures.byProfession, protect),
            ...table('By lead clinical area', clinicalAreas, figures.byArea, protect),
            ...lines('Where one more DPP would help most', oneMore(figures, geography, protect)),
            ...(figures.fairness === undefined
              ? []
              : lines(
                  `Learners who requested a DPP from ${quarterInWords(figures.fairness.quarter)}`,
                  fared(figures, geography, protect),
                )),
            ...(figures.lastRound === undefined
              ? []
              : lines(
                  `The round “${figures.lastRound.name}”, offers last made on ${dayInWords(figures.lastRound.confirmedOn)}`,
                  lastRoundLines(figures),
                )),
            ...lines('Why DPPs declined this week', declines(figures, protect)),
            ...lines('Learners hosted outside their own organisation', hostingLines(figures, protect)),
          ]
        : [],
  };
};
