import type { Competency } from '../../../shared/reference/competency-framework.ts';
import { BulletList } from './bullet-list.tsx';

/** One of the eight competencies, with signs by which to recognise it. */
export const CompetencyCard = ({ number, title, summary, signs }: Competency) => (
  <li class="app-competency">
    <h3 class="nhsuk-heading-s app-competency__heading">
      <span class="app-competency__number">{number}</span>
      {title}
    </h3>
    <p>{summary}</p>
    <BulletList items={signs} />
  </li>
);
