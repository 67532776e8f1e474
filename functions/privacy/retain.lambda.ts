import { timedJob } from '../store/runs/timed-job.ts';
import { nightlyOf } from './container.ts';
import { eraseListing } from './erasure/erase-listing.ts';
import { eraseRequest } from './erasure/erase-request.ts';
import { erasedAndBack, retentionDue } from './retention/retain-rules.ts';
import { retain } from './retention/retain.ts';

export const handler = timedJob('retention', (functionSystem) => {
  const nightly = nightlyOf(functionSystem);
  const deps = { ...nightly, erasePractitioner: eraseListing(nightly), eraseRequest: eraseRequest(nightly) };
  return retain({ ...nightly, due: retentionDue(deps), erasedAndBack: erasedAndBack(deps) });
});
