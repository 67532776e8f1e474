import { type MediaQuery, type Selector, transform } from 'lightningcss';
import { compile } from 'sass';
import { type IsUsed, usedClasses } from './used-classes.ts';

/**
 * Oldest browsers that get the full layout, as encoded by lightningcss; older browsers show the same content in a
 * simpler layout.
 */
const targets = { chrome: 88 << 16, edge: 88 << 16, firefox: 78 << 16, safari: 13 << 16, ios_saf: 13 << 16 };

/** Headings of levels that no page has. */
const unusedElements = new Set(['h4', 'h5', 'h6']);

/** Whether a selector can match an element of a page that has used classes only, also inside `:has()` and `:is()`. */
const canMatch =
  (isUsed: IsUsed) =>
  (selector: Selector): boolean =>
    selector.every((part) => {
      if (part.type === 'class') return isUsed(part.name);
      if (part.type === 'type') return !unusedElements.has(part.name);
      if (part.type !== 'pseudo-class') return true;
      return part.kind === 'has' || part.kind === 'is' || part.kind === 'where'
        ? part.selectors.some(canMatch(isUsed))
        : true;
    });

/**
 * Whether a media query is for Internet Explorer alone, which is older than the oldest browsers. The design system
 * writes `screen\0`, which is read with a replacement character.
 */
const forInternetExplorer = ({ mediaType, condition }: MediaQuery): boolean =>
  mediaType === 'screen\uFFFD' ||
  (condition?.type === 'feature' && condition.value.name === '-ms-high-contrast');

/**
 * Compiles the style sheet: the design system and our own partials, without rules for classes that no page
 * uses. The unused rules would be most of what a phone downloads.
 */
export const compileStyles = (): string => {
  const { css } = compile('site/src/styles/site.scss', { loadPaths: ['node_modules'], quietDeps: true });
  const isUsed = usedClasses([
    'site/src/components',
    'site/src/views',
    'site/src/layouts',
    'site/src/pages',
    'site/src/content',
    'site/public',
  ]);
  const { code } = transform({
    filename: 'site.css',
    code: Buffer.from(css),
    minify: true,
    targets,
    visitor: {
      Rule: {
        style: (rule) => {
          // Removes custom properties that only the design system's scripts need; we do not load those.
          if (rule.value.selectors.every(([part]) => part?.type === 'pseudo-class' && part.kind === 'root'))
            return [];
          const selectors = rule.value.selectors.filter(canMatch(isUsed));
          if (selectors.length === rule.value.selectors.length) return undefined;
          return selectors.length === 0 ? [] : { ...rule, value: { ...rule.value, selectors } };
        },
        media: (rule) => {
          const mediaQueries = rule.value.query.mediaQueries.filter((query) => !forInternetExplorer(query));
          if (mediaQueries.length === rule.value.query.mediaQueries.length) return undefined;
          return mediaQueries.length === 0
            ? []
            : { ...rule, value: { ...rule.value, query: { mediaQueries } } };
        },
      },
    },
  });
  // Minifies again, because a media query whose rules were all removed is only dropped when the sheet is read anew.
  const { code: small } = transform({ filename: 'site.css', code, minify: true, targets });
  return new TextDecoder().decode(small);
};
