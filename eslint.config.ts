import js from '@eslint/js';
import type { Linter } from 'eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Forbids imports between rooms: arrows point one way (see docs/architecture.md). */
const wall = (files: string[], forbidden: readonly string[], message: string): Linter.Config => ({
  files,
  rules: {
    'no-restricted-imports': ['error', { patterns: [{ regex: `(${forbidden.join('|')})`, message }] }],
  },
});

const noAs = {
  selector: 'TSAsExpression:not([typeAnnotation.typeName.name="const"])',
  message: 'Parse at the edge instead of asserting a type ("as").',
} as const;

const noZodObject = {
  selector: 'ImportDeclaration[source.value="zod"][importKind!="type"] > ImportSpecifier[imported.name="z"]',
  message: "Import `* as z`: the object `z` brings every locale into each function's bundle.",
} as const;

const noClockOrChance = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time is an argument.' },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Time is an argument.',
  },
  {
    selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'Chance is an argument.',
  },
] as const;

export default defineConfig(
  globalIgnores([
    'dist/',
    'cdk.out/',
    '.astro/',
    '.local/',
    'coverage/',
    'reports/',
    '**/*.astro',
    'site/public/',
  ]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-syntax': ['error', noAs, noZodObject],
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['shared/**', 'site/src/views/**', 'site/src/components/**'],
    rules: { 'no-restricted-syntax': ['error', noAs, noZodObject, ...noClockOrChance] },
  },
  wall(
    ['shared/**'],
    ['^node:', '^@aws', '^@middy', '/functions/', '/site/', '/infra/', '^preact'],
    'shared/ is pure: it imports zod, minisearch, postcode and itself only.',
  ),
  wall(
    ['site/src/**'],
    ['/functions/', '/infra/', '^@aws', '^@middy'],
    'The site knows shared/ and itself only.',
  ),
  wall(
    ['functions/**'],
    ['/infra/', '/tests/'],
    'Functions know shared/, the views and their platform only.',
  ),
  // What operators run joins the rooms: it starts local engines and reads the list of functions.
  { files: ['infra/ops/**'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['tests/**'],
    rules: {
      'no-restricted-syntax': 'off',
      'no-restricted-imports': 'off',
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['**/*.{js,mjs}'], extends: [tseslint.configs.disableTypeChecked] },
  // CloudFront calls its functions by this name.
  {
    files: ['infra/edge/*.js'],
    rules: { '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^handler$' }] },
  },
);
