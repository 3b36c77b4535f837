// The house style, as far as a machine can check it. What each folder may use follows docs/architecture.md;
// every rule of our own has a file in tests/boundaries/fixtures/lint that breaks it.
import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const typescript = ['**/*.ts', '**/*.tsx'];
const scripts = ['**/*.js', '**/*.mjs', '**/*.cjs'];
const configurations = ['**/*.config.{js,ts}', '.*.cjs'];

const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: a thing has one name everywhere.',
};
const barrel = {
  selector: 'ExportAllDeclaration',
  message: 'No barrels: import from the file that says it.',
};
const restrictedSyntax = [defaultExport, barrel];

const clock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'src-core has no clock: take `now` as an argument.',
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: 'src-core has no clock: take `now` as an argument.',
  },
];
const locale = [
  {
    selector: 'CallExpression[callee.property.name=/^toLocale/]',
    message: 'src-core has no locale: words are in src-renderer/strings.',
  },
  {
    selector: "CallExpression[callee.property.name='localeCompare'][arguments.length<2]",
    message: 'Name the locale: the order must not change with the computer.',
  },
];

// Everything that the window or Node adds to the language, but for what both have and what computes only.
const pureGlobals = new Set([
  ...Object.keys(globals.es2025),
  'AbortController',
  'AbortSignal',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'structuredClone',
]);
const processGlobals = Object.keys({ ...globals.browser, ...globals.nodeBuiltin })
  .filter((name) => !pureGlobals.has(name))
  .map((name) => ({ name, message: 'src-core runs in every process: take what you need as an argument.' }));

const timer = 'A timer belongs to something with a lifetime, which releases it.';
const repeatedTimer = { name: 'setInterval', message: `${timer} Only the library lock beats.` };

export default defineConfig(
  {
    ignores: [
      'node_modules/',
      'out/',
      'dist/',
      'jianbao-demo/',
      'test-results/',
      'tests/boundaries/fixtures/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  {
    files: [...typescript, ...scripts],
    languageOptions: { ecmaVersion: 2024 },
    rules: {
      'default-case-last': 'error',
      eqeqeq: 'error',
      'for-direction': 'error',
      'max-lines': ['error', { max: 400 }],
      'no-alert': 'error',
      'no-async-promise-executor': 'error',
      'no-case-declarations': 'error',
      'no-compare-neg-zero': 'error',
      'no-cond-assign': ['error', 'always'],
      'no-constant-binary-expression': 'error',
      'no-constant-condition': 'error',
      'no-control-regex': 'error',
      'no-debugger': 'error',
      'no-duplicate-case': 'error',
      'no-else-return': 'error',
      'no-empty': 'error',
      'no-empty-character-class': 'error',
      'no-empty-pattern': 'error',
      'no-eval': 'error',
      'no-ex-assign': 'error',
      'no-extra-bind': 'error',
      'no-fallthrough': 'error',
      'no-global-assign': 'error',
      'no-irregular-whitespace': [
        'error',
        { skipStrings: true, skipRegExps: true, skipTemplates: true, skipComments: true },
      ],
      'no-lonely-if': 'error',
      'no-loss-of-precision': 'error',
      'no-misleading-character-class': 'error',
      'no-new-func': 'error',
      'no-self-assign': 'error',
      'no-self-compare': 'error',
      'no-sparse-arrays': 'error',
      'no-template-curly-in-string': 'error',
      'no-unexpected-multiline': 'error',
      'no-unreachable': 'error',
      'no-unsafe-finally': 'error',
      'no-unsafe-negation': 'error',
      'no-unused-labels': 'error',
      'no-unused-private-class-members': 'error',
      'no-useless-backreference': 'error',
      'no-useless-catch': 'error',
      'no-useless-escape': 'error',
      'no-useless-rename': 'error',
      'no-useless-return': 'error',
      'no-var': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
      'object-shorthand': ['error', 'properties'],
      'prefer-const': 'error',
      'require-yield': 'error',
      'use-isnan': 'error',
      'valid-typeof': 'error',
      'no-restricted-syntax': ['error', ...restrictedSyntax],
    },
  },
  {
    files: typescript,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      // A function may promise because its type says so.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['src-core/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', ...processGlobals],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'src-core has no clock: take `now` as an argument.' },
        {
          object: 'Math',
          property: 'random',
          message: 'src-core has no chance: take `newId` as an argument.',
        },
      ],
      'no-restricted-syntax': ['error', ...restrictedSyntax, ...clock, ...locale],
    },
  },
  {
    files: ['src-main/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', repeatedTimer, { name: 'setTimeout', message: timer }] },
  },
  // The lock tells other processes that its owner lives.
  { files: ['src-main/library/lock.ts'], rules: { 'no-restricted-globals': 'off' } },
  {
    files: ['src-renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', repeatedTimer],
    },
  },
  {
    // What rests before it is written, or leaves by itself, is state.
    files: ['src-renderer/**/*.{ts,tsx}'],
    ignores: ['src-renderer/state/**'],
    rules: { 'no-restricted-globals': ['error', repeatedTimer, { name: 'setTimeout', message: timer }] },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...restrictedSyntax,
        {
          selector:
            'MemberExpression[object.name=/^(test|it|describe|suite)$/][property.name=/^(only|fixme|todo)$/]',
          message: 'Every test runs, always.',
        },
        {
          // `test.skip(condition, reason)` says why a computer cannot run it; that is allowed.
          selector:
            'CallExpression[callee.object.name=/^(test|it|describe|suite)$/][callee.property.name="skip"]:not([arguments.0.type=/^(Unary|Binary|Logical|Call|Member)Expression$|^Identifier$/])',
          message: 'Every test runs; skip only under a condition, with the reason.',
        },
        {
          selector: "CallExpression[callee.property.name='waitForTimeout']",
          message: 'No sleeps: wait for what the user would see.',
        },
      ],
    },
  },
  {
    files: scripts,
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
    rules: { 'no-undef': 'error', 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
  },
  // A policy against eval is tested by trying it.
  {
    files: ['tests/e2e/**/*.ts'],
    rules: { 'no-eval': 'off', 'no-new-func': 'off', '@typescript-eslint/no-implied-eval': 'off' },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
  { files: configurations, rules: { 'no-restricted-syntax': 'off' } },
);
