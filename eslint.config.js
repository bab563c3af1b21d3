import { defineConfig, globalIgnores } from 'eslint/config'
import { configs } from 'typescript-eslint'

/** What may be a default export, because the tool that reads it asks for one. */
const configFiles = ['*.config.{js,ts}', 'tests/support/setup.ts']

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'Export by name: a name that is the same everywhere can be searched.',
}

const noClass = {
  selector: 'ClassDeclaration:not([superClass.name=/(Error|HTMLElement)$/])',
  message: 'Functions and types are enough; only errors and custom elements are classes.',
}

const nothingInline = {
  selector:
    'JSXOpeningElement[name.name=/^[a-z]/] > JSXAttribute[name.name=/^(style|on[A-Z]\\w*|dangerouslySetInnerHTML)$/]',
  message: 'The Content-Security-Policy lets no style or script in that stands in an element.',
}

export default defineConfig(
  globalIgnores(['dist/', '.data*/', 'node_modules/', '**/*.gen.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }], // `as const` stays allowed
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx,js,mjs,cjs}'],
    rules: {
      eqeqeq: 'error',
      'no-console': 'off',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', noDefaultExport, noClass, nothingInline],
    },
  },
  { files: ['**/*.{js,mjs,cjs}'], rules: { 'no-unused-vars': 'error' } },
  { files: configFiles, rules: { 'no-restricted-syntax': 'off' } },
)
