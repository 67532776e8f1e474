import { backgroundFunction } from '../platform/background-function.ts';
import { eraseRequest } from './erasure/erase-request.ts';
import { eraseListing } from './erasure/erase-listing.ts';
import { nightly } from './container.ts';
import { erasedAndBack, retentionDue } from './retention/retain-rules.ts';
import { retain } from './retention/retain.ts';

const deps = { ...nightly, erasePractitioner: eraseListing(nightly), eraseRequest: eraseRequest(nightly) };

export const handler = backgroundFunction(
  nightly.log,
  retain({ ...nightly, due: retentionDue(deps), erasedAndBack: erasedAndBack(deps) }),
);
