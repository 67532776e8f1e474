import { writeFileSync } from 'node:fs';
import { loanMachine } from '../shared/borders/loan.ts';
import { matchMachine } from '../shared/matches/match.ts';
import { offerMachine } from '../shared/offers/offer.ts';
import { emailMachine } from '../shared/notifications/email.ts';
import { practitionerMachine } from '../shared/people/practitioner.ts';
import { requestMachine, seatMachine } from '../shared/requests/request.ts';
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

/** The page `docs/state-machines.md`, drawn from the machines that run the service. */
export const stateMachinesPage = (): string =>
  [
    '# The lives of things',
    '',
    'Drawn from the machines in `shared/` by `node docs/draw-state-machines.ts`; a test keeps this page true.',
    ...machines.flatMap(([name, machine]) => ['', `## ${name}`, '', draw(machine)]),
    '',
  ].join('\n');

if (import.meta.main) writeFileSync(new URL('state-machines.md', import.meta.url), stateMachinesPage());
