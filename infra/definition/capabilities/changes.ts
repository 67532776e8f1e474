import { capabilitiesOf } from './capabilities-of.ts';

/** Kinds of rows whose changes are announced to a queue. */
const announced = ['practitioner', 'request', 'offer', 'match', 'organisation', 'round', 'ledger'];

/** The function that reads the table's stream and feeds the queues of all other functions. */
export const changes = capabilitiesOf('changes', [
  {
    verb: 'dispatch',
    effect:
      'Offers and e-mails wait for the next sweep, up to five minutes, and public pages stay as they are.',
    rows: [
      { eventName: ['INSERT'], dynamodb: { NewImage: { kind: { S: ['email'] } } } },
      { eventName: ['INSERT', 'MODIFY'], dynamodb: { NewImage: { kind: { S: announced } } } },
      {
        eventName: ['REMOVE'],
        dynamodb: { Keys: { sk: { S: announced.map((kind) => kind.toUpperCase()) } } },
      },
    ],
    sendsTo: ['match', 'mail', 'publish'],
    table: [],
    settings: [],
    servesDeployment: true,
  },
]);
