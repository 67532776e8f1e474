import { requestJourney } from '../../../shared/journeys/request/request-journey.ts';
import { openRequests } from '../../store/open-requests.ts';
import { changeAnswers } from './change-answers.ts';
import { changePages } from './change-pages.ts';

type Deps = Omit<Parameters<typeof changeAnswers>[0], 'openRequests'>;

/** Makes the pages on which the answers of a request change, with what they do. */
export const changesOf = (deps: Deps): ReturnType<typeof changePages> =>
  changePages({
    ...deps,
    journey: requestJourney(deps.system),
    changeAnswers: changeAnswers({ ...deps, openRequests: openRequests(deps.table, deps.requests) }),
  });
