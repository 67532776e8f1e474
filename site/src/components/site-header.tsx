import type { Branding } from '../branding.ts';
import { PhaseBanner } from './phase-banner.tsx';

const links = [
  { href: '/find-a-dpp/', label: 'Find a DPP' },
  { href: '/request-a-dpp/', label: 'Request a DPP' },
  { href: '/become-a-dpp/', label: 'Become a DPP' },
  { href: '/how-it-works/', label: 'How it works' },
  { href: '/insights', label: 'Insights' },
] as const;

interface SiteHeaderProps {
  readonly branding: Branding;
  readonly path: string;
}

/**
 * The header with the name of the service as text. Shows no NHS logo, and the owner's logo only if one is configured.
 */
export const SiteHeader = ({ branding, path }: SiteHeaderProps) => (
  <header>
    <div class="app-header">
      <div class="nhsuk-width-container app-header__inner">
        <a class="app-header__service" href="/">
          {branding.logo && (
            <img
              class="app-header__logo"
              src={branding.logo.src}
              alt={branding.logo.alt}
              width={branding.logo.width}
              height={branding.logo.height}
            />
          )}
          <span class="app-header__name">{branding.service}</span>
          <span class="app-header__area">{branding.area}</span>
        </a>
        <nav class="app-header__nav" aria-label="Main">
          <ul class="app-header__list">
            {links.map(({ href, label }) => (
              <li class="app-header__item" key={href}>
                <a class="app-header__link" href={href} aria-current={path === href ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </div>
    <PhaseBanner />
  </header>
);
