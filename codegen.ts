import type { CodegenConfig } from '@graphql-codegen/cli';

/** Typed documents for `examples/*.graphql`, checked in: CI fails when they drift from the schema or the examples. */
const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: 'examples/*.graphql',
  emitLegacyCommonJSImports: false,
  importExtension: '.ts',
  generates: {
    'examples/generated/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        gqlTagName: 'graphql',
        persistedDocuments: { hashAlgorithm: 'sha256' },
      },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        // Only what the examples use: the whole schema has a thousand input types.
        onlyOperationTypes: true,
        skipTypename: true,
        scalars: { BigInt: 'string', DateTime: 'string', JSON: 'unknown', SafeInt: 'number' },
      },
    },
  },
};

export default config;
