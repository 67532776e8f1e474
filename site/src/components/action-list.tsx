import { Icon } from './icon.tsx';

export interface Action {
  readonly label: string;
  readonly href: string;
  readonly hint?: string | undefined;
}

/** Next actions, the most frequent first. */
export const ActionList = ({ actions }: { readonly actions: readonly Action[] }) => (
  <ul class="app-actions">
    {actions.map(({ label, href, hint }) => (
      <li class="app-actions__item" key={href}>
        <Icon name="next" />
        <div>
          <a href={href}>{label}</a>
          {hint && <p class="app-actions__hint">{hint}</p>}
        </div>
      </li>
    ))}
  </ul>
);
