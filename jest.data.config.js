import base from './jest.config.js';

const { globalSetup, globalTeardown, testPathIgnorePatterns, ...rest } = base;

/** Tests on real files that lie beside the repository and are no part of it; large ones, so one at a time. */
export default { ...rest, roots: ['<rootDir>/test/data'], maxWorkers: 1 };
