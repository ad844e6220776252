import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['node_modules', 'daybook-data', 'coverage'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-params': ['error', 4],
      'no-console': 'off',
    },
  },
);
