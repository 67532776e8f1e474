import js from '@eslint/js';
import type { Linter } from 'eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { packageWalls } from './package-walls.config.ts';
import { rooms } from './rooms.config.ts';
import { roomsPlugin } from './tests/support/rooms/rooms-plugin.ts';

type PackageWall = (typeof packageWalls)[number];

const packagePattern = (wall: PackageWall): string =>
  'only' in wall ? `^(?!\\.|(?:${wall.only.join('|')})(?:/|$))` : `^(?:${wall.never.join('|')})`;

const packageRule = (wall: PackageWall): Linter.Config => ({
  files: [...wall.files],
  ignores: 'except' in wall ? [...wall.except] : [],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ regex: packagePattern(wall), message: wall.because }] },
    ],
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
    // Compiled by its test, with types that are made from the OpenAPI document.
    'tests/fixtures/api-client/**',
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
  {
    files: ['{shared,site/src,functions,infra}/**/*.{ts,tsx}'],
    plugins: { rooms: roomsPlugin(import.meta.dirname, rooms) },
    rules: { 'rooms/walls': 'error' },
  },
  ...packageWalls.map(packageRule),
  {
    files: ['tests/**'],
    rules: {
      'no-restricted-syntax': 'off',
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['**/*.{js,mjs}'], extends: [tseslint.configs.disableTypeChecked] },
  // CloudFront calls its functions by this name.
  {
    files: ['infra/edge/*.js'],
    languageOptions: {
      globals: {
        systems: 'readonly',
        moved: 'readonly',
        systemOf: 'readonly',
        redirectOf: 'readonly',
        files: 'readonly',
        queryOf: 'readonly',
        valueIn: 'readonly',
        unknownHost: 'readonly',
      },
    },
    rules: {
      'no-redeclare': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^(?:handler|systemOf|redirectOf|queryOf|unknownHost)$' },
      ],
    },
  },
);
