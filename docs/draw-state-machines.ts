import { writeFileSync } from 'node:fs';
import { loanMachine } from '../shared/borders/loan.ts';
import { matchMachine } from '../shared/matches/match.ts';
import { offerMachine } from '../shared/offers/offer.ts';
import { emailMachine } from '../shared/notifications/email.ts';
import { practitionerMachine } from '../shared/people/practitioner.ts';
import { requestMachine, seatMachine } from '../shared/requests/request.ts';
import { everyStanding, meaningOf } from '../shared/people/standing.ts';
import { roundMachine } from '../shared/rounds/round.ts';

type Drawable = Readonly<Record<string, Readonly<Partial<Record<string, string>>>>>;

const machines: readonly (readonly [string, Drawable])[] = [
  ['Practitioner', practitionerMachine],
  ['Request', requestMachine],
  ['Seat', seatMachine],
  ['Offer', offerMachine],
  ['Match', matchMachine],
  ['Loan', loanMachine],
  ['Round', roundMachine],
  ['Email', emailMachine],
];

const draw = (machine: Drawable): string => {
  const [first] = Object.keys(machine);
  const moves = Object.entries(machine).flatMap(([state, events]) =>
    Object.entries(events).map(([event, to]) => `    ${state} --> ${to ?? state} : ${event}`),
  );
  return ['```mermaid', 'stateDiagram-v2', `    [*] --> ${first ?? ''}`, ...moves, '```'].join('\n');
};

const words: Readonly<Record<string, string>> = {
  none: 'none',
  yes: 'yes',
  marked: 'yes, marked',
  'go-on': 'go on',
  'team-decides': 'the team decides about each',
  end: 'end',
  'none-yet': 'has none',
};

/** Draws what each state and each fact beside the state means. */
const standingTable = (): string => {
  const rows = everyStanding().map((standing) => {
    const { newOffers, learners, directory } = meaningOf(standing);
    const kind = Object.hasOwn(practitionerMachine, standing) ? 'state' : 'fact';
    const listing = directory === 'marked' ? 'shown, marked' : directory;
    return [standing, kind, words[newOffers] ?? newOffers, words[learners] ?? learners, listing];
  });
  const table = [['standing', 'is a', 'new offers', 'learners', 'directory'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = table;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
};

/** The page `docs/state-machines.md`, drawn from the machines that run the service. */
export const stateMachinesPage = (): string =>
  [
    '# The lives of things',
    '',
    'Drawn from the machines in `shared/` by `node docs/draw-state-machines.ts`; a test keeps this page true.',
    '',
    '## How a DPP stands',
    '',
    'A DPP has one state, and facts beside it. New offers are made only if neither the state nor a fact forbids them. Why:',
    '[a DPP has one state, and facts beside it](decisions/standing.md).',
    '',
    standingTable(),
    ...machines.flatMap(([name, machine]) => ['', `## ${name}`, '', draw(machine)]),
    '',
  ].join('\n');

if (import.meta.main) writeFileSync(new URL('state-machines.md', import.meta.url), stateMachinesPage());
