import { type FunctionComponent, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Branding } from '../branding.ts';
import type { Branded } from '../components/document.tsx';

/** Renders a view as a complete HTML page. Escapes all strings in the props; no view accepts markup. */
export const renderPage = <Props extends object>(
  branding: Branding,
  view: FunctionComponent<Props & Branded>,
  props: Props,
): string => `<!doctype html>${renderToString(h(view, { ...props, branding }))}`;
