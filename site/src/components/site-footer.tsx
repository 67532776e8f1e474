import type { Branding } from '../branding.ts';
import { FeedbackLink } from './feedback-link.tsx';

const groups = [
  {
    heading: 'Using the service',
    links: [
      { href: '/framework/', label: 'What a DPP does: the framework' },
      { href: '/open-data/', label: 'Open data' },
      { href: '/contact/', label: 'Contact us' },
      { href: '/complaints/', label: 'Complaints' },
    ],
  },
  {
    heading: 'Your rights',
    links: [
      { href: '/accessibility/', label: 'Accessibility statement' },
      { href: '/privacy/', label: 'Privacy notice' },
      { href: '/cookies/', label: 'Cookies' },
    ],
  },
] as const;

/** The footer: links to everything about the service, and who runs it. */
export const SiteFooter = ({ branding }: { readonly branding: Branding }) => (
  <footer>
    <div class="nhsuk-width-container">
      <FeedbackLink />
    </div>
    <div class="nhsuk-footer app-footer">
      <div class="nhsuk-width-container app-footer__columns">
        {groups.map(({ heading, links }) => (
          <nav key={heading} aria-label={heading}>
            <h2 class="nhsuk-footer__heading nhsuk-heading-s">{heading}</h2>
            <ul class="nhsuk-footer__list">
              {links.map(({ href, label }) => (
                <li class="nhsuk-footer__list-item" key={href}>
                  <a class="nhsuk-footer__list-item-link" href={href}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ))}
        <div>
          <h2 class="nhsuk-footer__heading nhsuk-heading-s">Who runs this service</h2>
          <p class="app-footer__owner">
            {branding.owner} runs {branding.service} for the health and care organisations of {branding.area}.
          </p>
        </div>
      </div>
    </div>
  </footer>
);
