import { variables } from './config.js';

interface Variable {
  readonly desc?: string;
  readonly default?: unknown;
  readonly choices?: readonly unknown[];
}

const shown = (value: unknown): string => (String(value ?? '') === '' ? '' : `\`${String(value)}\``);

const row = ([name, variable]: readonly [string, unknown]): string => {
  const { desc = '', default: standard, choices } = variable as Variable;
  const among = choices === undefined ? '' : `: ${choices.map(shown).join(', ')}`;
  return `| ${name} | ${shown(standard)} | ${desc}${among} |`;
};

/** `docs/configuration.md`: every variable that the server reads, as `config.ts` has them. */
export const configurationPage = (): string => `# Configuration

Every variable of the environment that \`research-graph\` reads. A bad value ends the command with one sentence that names
the variable. This page is made from the code by \`research-graph config\`. \`NODE_ENV\` is \`production\` where it is not set: with
another value graphql-js makes checks for developers, which take a tenth of all time.

| variable | default | |
| --- | --- | --- |
${Object.entries(variables).map(row).join('\n')}

More about some: [login](login.md), [limits](limits.md), [fetching](fetching.md), [import](ingest.md),
[logs, metrics and traces](operations.md).
`;
