import { requirement } from './requirement.ts';

export const supervisesProfession = requirement({
  name: 'supervises-profession',
  label: 'Supervises the profession',
  meets: ({ request }, { supervisesProfessions }) => supervisesProfessions.includes(request.profession),
  compared: ({ request }, { supervisesProfessions }) => ({
    wanted: request.profession,
    found: supervisesProfessions,
  }),
  kind: ({ supervisesProfessions }) => supervisesProfessions.join(),
});
