import { requirement } from './requirement.ts';

export const listed = requirement({
  name: 'listed',
  label: 'Listed',
  meets: (_, { state }) => state === 'listed',
  compared: (_, { state }) => ({ wanted: 'listed', found: state }),
  kind: ({ state }) => state,
});
