import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fetchCommand } from '../../src/cli/fetch.js';
import { type Politeness, usualPoliteness } from '../../src/ingest/fetch/polite-client.js';

/** As polite as usual, without the waiting. */
export const hasty: Politeness = { ...usualPoliteness, pause: 0, firstDelay: 1, longestDelay: 5, tries: 4 };

/** Runs `research-graph fetch` in this process, and gives what it prints. */
export async function fetchInto(
  variables: Readonly<Record<string, string>>,
  args: readonly string[],
  politeness = hasty,
): Promise<string> {
  let printed = '';
  const before = { ...process.env };
  Object.assign(process.env, variables);
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += text;
      return true;
    }),
    jest.spyOn(process.stderr, 'write').mockReturnValue(true),
  ];
  try {
    const command = fetchCommand(politeness);
    for (const one of [command, ...command.commands]) one.exitOverride();
    await command.parseAsync([...args], { from: 'user' });
    return printed;
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.env = before;
  }
}

/** Every file below a folder, hidden ones too, with its content. */
export function filesIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
