import type { LostDppReason } from '../../requests/request-kind.ts';

/** Reasons why the DPP with whom a course began may be gone. */
export const lostDppOptions: readonly { readonly value: LostDppReason; readonly label: string }[] = [
  { value: 'left', label: 'They left' },
  { value: 'ill', label: 'They are ill' },
  { value: 'suspended', label: 'They may not practise or prescribe at the moment' },
  { value: 'placement-broke-down', label: 'The placement broke down' },
  { value: 'other', label: 'Something else' },
];
