import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { waitsSince } from '../../../shared/rounds/round-moves.ts';
import { type Day, dayInWords, londonDay } from '../../../shared/kernel/time.ts';
import { type Quarter, quarterBefore, quarterInWords, quarterOf } from '../../../shared/insights/quarter.ts';
import type { Action } from '../../../site/src/components/action-list.tsx';
import type { PublicRound } from './fairness-rounds.ts';

/** Maximum number of quarters to list; they cover three years. */
const MAX_QUARTERS = 12;

const roundReport = ({ id, name, confirmedOn, startsFrom, startsTo }: PublicRound): Action => ({
  label: `Round: ${name}`,
  href: `/insights?about=fairness&round=${encodeURIComponent(id)}`,
  hint: `Courses that start from ${dayInWords(startsFrom)} to ${dayInWords(startsTo)}. ${
    confirmedOn === undefined ? 'No offers made yet.' : `Offers last made on ${dayInWords(confirmedOn)}.`
  }`,
});

/** Lists the quarters since the first request, newest first. */
export const quartersSince = (
  requests: readonly Pick<SupervisionRequest, 'confirmedAt' | 'createdAt'>[],
  today: Day,
): readonly Quarter[] => {
  const [first = today] = requests.map((request) => londonDay(waitsSince(request))).toSorted();
  const quarters = [quarterOf(today)];
  for (let quarter = quarterOf(today); quarters.length < MAX_QUARTERS && quarter > quarterOf(first);) {
    quarter = quarterBefore(quarter);
    quarters.push(quarter);
  }
  return quarters;
};

/** Lists links to all reports, newest first: one for each quarter, and one for each round. */
export const fairnessReports = (
  quarters: readonly Quarter[],
  rounds: readonly PublicRound[],
): readonly Action[] => [
  ...rounds.map(roundReport),
  ...quarters.map((quarter) => ({
    label: `Quarter: ${quarterInWords(quarter)}`,
    href: `/insights?about=fairness&quarter=${quarter}`,
  })),
];
