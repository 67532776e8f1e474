import { type FunctionComponent, h } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** Renders a view as a complete HTML page. Escapes all strings in the props; no view accepts markup. */
export const renderPage = <Props extends object>(view: FunctionComponent<Props>, props: Props): string =>
  `<!doctype html>${renderToString(h(view, props))}`;
