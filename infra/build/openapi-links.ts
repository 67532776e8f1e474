import * as z from 'zod';
import { capacityStep } from '../../shared/journeys/capacity-step.ts';
import { confirmStep } from '../../shared/journeys/confirm-step.ts';
import type { RouteKey } from '../../shared/contracts/routes.ts';
import {
  body,
  bodyOf,
  type Described,
  figuresSchema,
  json,
  nothingHere,
  refusals,
  refused,
} from './openapi-parts.ts';

type LinkRoute = Extract<RouteKey, `${string}{token}${string}`>;

const tokenPath = z.object({ token: z.string().describe('The last part of the link in an e-mail') });
const actionPath = tokenPath.extend({
  action: z.string().describe('One of the `actions` that the page lists'),
});

const gone = {
  ...nothingHere,
  410: refused('The link does not work any more. Send `{"renew": true}` for a new one by e-mail'),
};

/** A decision that a link asks for, with the fields to send. */
const choiceSchema = z
  .looseObject({
    title: z.string(),
    whatHappens: z.array(z.string()),
    fields: z.array(
      z.looseObject({
        name: z.string(),
        kind: z.string(),
        label: z.string(),
        options: z.array(z.string()).optional(),
      }),
    ),
  })
  .meta({ id: 'Choice' });

/** Answers to the fields that GET lists. */
const answersSchema = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
  .meta({ id: 'Answers', description: 'The fields that GET of the same address lists' });

const outcomeSchema = z
  .looseObject({ status: z.string(), title: z.string().optional(), next: z.array(z.string()).optional() })
  .meta({ id: 'Outcome' });

const ownPageSchema = z
  .looseObject({
    state: z.string(),
    answers: z.record(z.string(), z.unknown()),
    actions: z.array(z.string()).describe('What can be done at `{token}/{action}`'),
  })
  .meta({ id: 'OwnPage' });

const offerSchema = z
  .looseObject({
    offerId: z.string(),
    state: z.string(),
    actingAs: z.string(),
    role: z.string(),
    answerBy: z.string(),
    learner: z.looseObject({ firstName: z.string(), profession: z.string(), learnerType: z.string() }),
    why: z.array(z.string()),
  })
  .meta({ id: 'Offer' });

const offerAnswerSchema = z.object({
  decision: z.enum(['accept', 'decline', 'undo']),
  reason: z.string().optional().describe('Why not, if `decision` is `decline`'),
  note: z.string().optional(),
  backUpName: z.string().optional(),
  backUpEmail: z.string().optional(),
  conflicts: z.array(z.string()).optional(),
});

const offerResultSchema = z
  .looseObject({ offerId: z.string(), result: z.string(), state: z.string() })
  .meta({ id: 'OfferResult' });

const matchSchema = z
  .looseObject({
    matchId: z.string(),
    state: z.string(),
    from: z.string(),
    to: z.string(),
    feedbackGiven: z.boolean(),
    asks: z.array(z.string()).optional(),
  })
  .meta({ id: 'Match' });

const stopsSchema = z.object({ stops: z.string(), done: z.boolean() }).meta({ id: 'Stopped' });

const read = (summary: string, schema: z.ZodType, description: string): Described => ({
  summary,
  request: { params: tokenPath },
  responses: { 200: json(schema, description), ...gone },
});

const send = (summary: string, sent: z.ZodType, name: string, schema: z.ZodType): Described => ({
  summary,
  request: { params: tokenPath, ...body(name, sent) },
  responses: {
    200: json(schema, 'What happened, or what had happened before'),
    303: { description: 'Back to the page: nothing was changed' },
    ...refusals,
    ...gone,
    409: refused('What was asked for is not possible any more'),
  },
});

const asks = (what: string): Described => read(`Read what ${what} asks`, choiceSchema, 'The question');
const answers = (what: string): Described => send(what, answersSchema, 'Answers', outcomeSchema);

const renewal = (summary: string): Described =>
  send(summary, z.object({ renew: z.literal(true) }), 'Renewal', outcomeSchema);

const action = (described: Described): Described => ({
  ...described,
  request: { ...described.request, params: actionPath },
});

/** Descriptions of the routes behind links in e-mails. The type checker finds a route that is missing. */
export const describedLinks = {
  'GET /confirm/{token}': asks('a confirmation'),
  'POST /confirm/{token}': send(
    'Confirm an e-mail address',
    bodyOf(confirmStep('Confirm', 'Yes', 'No')),
    'Confirmation',
    outcomeSchema,
  ),
  'GET /support/{token}': asks('a request for support'),
  'POST /support/{token}': answers('Support a learner, or not'),
  'GET /lead/{token}': asks('a confirmation as a prescribing lead'),
  'POST /lead/{token}': answers('Say whether you are the prescribing lead'),
  'GET /named/{token}': asks('the page of a person whom a DPP has named'),
  'POST /named/{token}': answers('Object to being named, or agree'),
  'GET /manage/{token}': read('Read your own listing', ownPageSchema, 'The listing and what can be done'),
  'POST /manage/{token}': renewal('Ask for a new link to your listing'),
  'GET /manage/{token}/{action}': action(asks('an action on your listing')),
  'POST /manage/{token}/{action}': action(answers('Change your listing')),
  'GET /status/{token}': read('Read your own request', ownPageSchema, 'The request and what can be done'),
  'POST /status/{token}': renewal('Ask for a new link to your request'),
  'GET /status/{token}/{action}': action(asks('an action on your request')),
  'POST /status/{token}/{action}': action(answers('Change your request')),
  'GET /capacity/{token}': asks('the check-in'),
  'POST /capacity/{token}': send('Answer the check-in', bodyOf(capacityStep), 'CheckIn', outcomeSchema),
  'GET /offers/{token}': read('Read an offer', offerSchema, 'The learner, and why you are asked'),
  'POST /offers/{token}': send('Answer an offer', offerAnswerSchema, 'OfferAnswer', offerResultSchema),
  'GET /feedback/{token}': read('Read a match', matchSchema, 'The match and what is asked'),
  'POST /feedback/{token}': send('Say how a match went', answersSchema, 'Answers', matchSchema),
  'GET /dates/{token}': asks('a question whether other dates are possible'),
  'POST /dates/{token}': answers('Say whether other dates are possible'),
  'GET /vouch/{token}': asks('a question about where somebody works'),
  'POST /vouch/{token}': answers('Say whether somebody works there'),
  'GET /unsubscribe/{token}': read('Read which e-mails a link stops', stopsSchema, 'Nothing is stopped yet'),
  'POST /unsubscribe/{token}': {
    summary: 'Stop reminders and digests',
    request: { params: tokenPath },
    responses: { 200: json(stopsSchema, 'The e-mails are stopped'), ...gone },
  },
  'GET /digest/{token}': read('Read a digest', figuresSchema, 'The figures of the digest'),
  'GET /organisation/{token}': read(
    'Read the page of an organisation',
    z.looseObject({ organisation: z.object({ id: z.string(), name: z.string() }) }),
    'What the organisation gives and takes',
  ),
} as const satisfies Readonly<Record<LinkRoute, Described>>;
