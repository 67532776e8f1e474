import type { Branding } from '../branding.ts';
import { pageTitle } from './page-title.ts';

export interface HeadTagsProps {
  readonly branding: Branding;
  readonly title: string;
  readonly description?: string | undefined;
  readonly robots?: string | undefined;
  readonly error?: boolean | undefined;
  /** Referrer policy. Set it for pages with a secret URL, so that browsers do not send the URL to other sites. */
  readonly referrer?: string | undefined;
}

/** The content of `<head>`, shared by built pages and pages rendered by functions. */
export const HeadTags = ({ branding, title, description, robots, error, referrer }: HeadTagsProps) => (
  <>
    <meta charset="utf-8" />
    <title>{pageTitle(title, branding, error)}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="theme-color" content="#003087" />
    {description && <meta name="description" content={description} />}
    {robots && <meta name="robots" content={robots} />}
    {referrer && <meta name="referrer" content={referrer} />}
    <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/assets/site.css" />
    <script src="/assets/site.js" type="module"></script>
  </>
);
