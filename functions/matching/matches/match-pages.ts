import { learnerFirstName } from '../../../shared/requests/learner-name.ts';
import { learnerOfGroup } from '../../../shared/requests/learners-asked.ts';
import { firstNameOf } from '../../../shared/people/first-name.ts';
import type { Match } from '../../../shared/matches/match.ts';
import type { Side } from '../../../shared/matches/match-feedback.ts';
import type { Clock } from '../../platform/clock.ts';
import { readNouns } from '../../store/read-nouns.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import type { HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { endEarlyPage } from './end-early-page.ts';
import { finishPage } from './finish-page.ts';
import type { MatchOfPage } from './match-of-page.ts';

interface Deps extends WriteDeps {
  readonly clock: Clock;
}

/** The holder of a link to their own page, on which they act on one of their matches. */
export interface MatchOwner extends Pick<MatchOfPage, 'actingAs' | 'caption' | 'home'> {
  readonly side: Side;
  /** Id of the practitioner or of the request. */
  readonly id: string;
}

/** Answers a request for an action on a match; undefined if there is no such action or match of this owner. */
export type MatchPages = (
  request: HttpRequest,
  action: string,
  owner: MatchOwner,
) => Promise<HttpReply | undefined>;

const isOwn = ({ practitionerId, requestId }: Match, { side, id }: MatchOwner): boolean =>
  (side === 'practitioner' ? practitionerId : requestId) === id;

/** The actions of either side on one of their matches, by the first word of their address: "end-match1". */
export const matchPages = (deps: Deps): MatchPages => {
  const pages = new Map([
    ['end', endEarlyPage(deps)],
    ['finish', finishPage(deps)],
  ]);

  const otherOf = async ({ requestId, practitionerId }: Match, side: Side): Promise<string> => {
    const { requests, practitioners } = await readNouns(
      deps.table,
      side === 'practitioner' ? { requests: [requestId] } : { practitioners: [practitionerId] },
    );
    const request = requests.get(requestId);
    const practitioner = practitioners.get(practitionerId);
    if (practitioner !== undefined) return firstNameOf(practitioner.name);
    const learner = request && (learnerFirstName(request) ?? learnerOfGroup(request));
    return learner ?? (side === 'practitioner' ? 'the learner' : 'the DPP');
  };

  return async (request, action, owner) => {
    const [, verb = '', matchId = ''] = /^([a-z]+)-(.+)$/u.exec(action) ?? [];
    const page = pages.get(verb);
    if (page === undefined) return undefined;
    const match = (await readNouns(deps.table, { matches: [matchId] })).matches.get(matchId);
    if (match === undefined || !isOwn(match, owner)) return undefined;
    const { id, ...own } = owner;
    const about: MatchOfPage = { ...own, match, other: await otherOf(match, owner.side) };
    return request.method === 'POST' ? page.take(request, about) : page.show(request, about);
  };
};
