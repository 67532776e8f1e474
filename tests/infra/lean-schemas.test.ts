import { expect, it } from 'vitest';
import { leanSchema } from '../../infra/build/lean-schemas.ts';

const source = `const _e = "error";
const _c = "client";
export var BackupInUseException$ = [-3, n0, _BIUE, { [_e]: _c, [_unknown]: 400 }];
n0_registry.registerError(BackupInUseException$, BackupInUseException);
n0_registry.registerError(ConditionalCheckFailedException$, ConditionalCheckFailedException);
n0_registry.registerError(ResourceNotFoundException$, ResourceNotFoundException);
`;

it('a key named by a constant becomes the text that it stands for', () => {
  expect(leanSchema(source)).toContain('{ "error": _c, [_unknown]: 400 }');
});

it('errors of backups are not registered; those of rows are', () => {
  const registered = leanSchema(source).match(/registerError\(\w+/g);
  expect(registered).toEqual([
    'registerError(ConditionalCheckFailedException',
    'registerError(ResourceNotFoundException',
  ]);
});
