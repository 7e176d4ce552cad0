/** Source is ESM; under jest it is compiled to CommonJS by swc, decorator metadata on. */
export default {
  testEnvironment: '<rootDir>/test/support/neo4j-environment.ts',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // Real files that lie beside the repository: jest.data.config.js.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/data/'],
  testTimeout: 60_000,
  setupFiles: ['reflect-metadata'],
  // Each has a Neo4j of its own, which its first file that needs one starts.
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/support/sequencer.js',
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    // Its other form is .mjs, which jest never compiles.
    '^(d3-[a-z]+)$': '<rootDir>/node_modules/$1/dist/$1.js',
  },
  extensionsToTreatAsEsm: [],
  // Packages that are published as ES modules alone, with what they import.
  transformIgnorePatterns: [
    '/node_modules/(?!(any-ascii|get-folder-size|p-limit|p-retry|is-network-error|yocto-queue|get-port|htmlparser2|entities|domhandler|domutils|domelementtype|dom-serializer|node-fetch|data-uri-to-buffer|fetch-blob|formdata-polyfill|jose)/)',
  ],
  transform: {
    '^.+\\.[jt]s$': [
      '@swc/jest',
      {
        swcrc: false,
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
      },
    ],
  },
};
