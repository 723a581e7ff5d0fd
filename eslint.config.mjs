// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import tseslint from 'typescript-eslint';

/**
 * Import boundaries: a package may import the workspace packages that its package.json names, and no other.
 * That these point up the list of docs/architecture.md only is checked by test/boundaries.test.ts.
 */
const packages = readdirSync('packages').filter((name) =>
  existsSync(`packages/${name}/package.json`)
);
const boundaries = packages.map((name) => {
  const { dependencies = {} } = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8'));
  const forbidden = packages.filter(
    (other) => other !== name && !dependencies[`@deelema/${other}`]
  );
  return {
    files: [`packages/${name}/src/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: forbidden.flatMap((other) => [`@deelema/${other}`, `@deelema/${other}/*`]),
              message: `packages/${name}/package.json does not name it.`,
            },
            { group: ['../../*'], message: 'Import other packages by name.' },
          ],
        },
      ],
    },
  };
});

export default tseslint.config(
  { ignores: ['**/dist/', '**/out/', '.nx/', 'datasets/*/generate/', 'datasets/*/preprocess/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./packages/*/tsconfig.json', './tsconfig.test.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Indexed reads are typed without undefined (typed arrays on every hot path), so this rule cannot judge.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['**/*.mjs'], extends: [tseslint.configs.strict] },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: { eqeqeq: 'error', 'no-console': 'off' },
  },
  ...boundaries
);
