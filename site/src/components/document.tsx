import type { ComponentChildren } from 'preact';
import type { Branding } from '../branding.ts';
import { BackLink } from './back-link.tsx';
import { Breadcrumb, type Crumb } from './breadcrumb.tsx';
import { HeadTags } from './head-tags.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';
import { SkipLink } from './skip-link.tsx';

/**
 * Page settings that a view may pass on. `path` marks the current menu entry and must not contain a token.
 */
export interface Frame {
  readonly path?: string | undefined;
  readonly description?: string | undefined;
  readonly robots?: string | undefined;
  readonly referrer?: string | undefined;
  readonly backHref?: string | undefined;
  readonly breadcrumb?: readonly Crumb[] | undefined;
}

/** What every view gets beside its own properties. */
export interface Branded {
  readonly branding: Branding;
}

export interface DocumentProps extends Frame, Branded {
  readonly title: string;
  readonly error?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** The complete page in a function's answer, from `<html>` on, without the doctype. */
export const Document = ({ branding, title, error, children, path = '', ...frame }: DocumentProps) => (
  <html lang="en">
    <head>
      <HeadTags
        branding={branding}
        title={title}
        error={error}
        description={frame.description}
        robots={frame.robots}
        referrer={frame.referrer}
      />
    </head>
    <body>
      <SkipLink />
      <SiteHeader branding={branding} path={path} />
      <div class="nhsuk-width-container">
        {frame.breadcrumb && <Breadcrumb items={frame.breadcrumb} />}
        {frame.backHref && <BackLink href={frame.backHref} />}
        <main class="nhsuk-main-wrapper" id="maincontent">
          {children}
        </main>
      </div>
      <SiteFooter branding={branding} />
    </body>
  </html>
);
