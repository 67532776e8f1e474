import { pageTitle } from './page-title.ts';

export interface HeadTagsProps {
  readonly title: string;
  readonly description?: string | undefined;
  readonly robots?: string | undefined;
  readonly error?: boolean | undefined;
  /** For pages whose address holds a secret: the browser then tells nobody where it came from. */
  readonly referrer?: string | undefined;
}

/** What stands inside `<head>`; the same on built pages and on pages that functions answer with. */
export const HeadTags = ({ title, description, robots, error, referrer }: HeadTagsProps) => (
  <>
    <meta charset="utf-8" />
    <title>{pageTitle(title, error)}</title>
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
