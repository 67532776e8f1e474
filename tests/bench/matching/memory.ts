import { allocate } from '../../../shared/allocation/allocate.ts';
import { intake } from '../../support/allocation/intake.ts';
import { bytesInUse } from './measure.ts';

// Prints the highest number of bytes in use beyond those of the instance itself. Measures while the instance is being
// solved, and once more with the result.
const instance = intake(1, { learners: Number(process.argv[2]) });
const before = bytesInUse();
let most = 0;
const look = (): void => {
  most = Math.max(most, bytesInUse() - before);
};
const result = allocate(instance, (done) => {
  if (done % 5000 === 0) look();
});
look();
if (!result.ok) throw new Error(result.refusal.problem);
console.log(most);
