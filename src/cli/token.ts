import { Command, InvalidArgumentError } from 'commander';
import { signingKey } from '../auth/development/signing-key.js';
import { developmentToken } from '../auth/development/tokens.js';
import { readConfig } from '../config.js';
import { UserFacingError } from '../core/errors.js';
import { checkedOrcidKey } from '../core/identifiers.js';

interface Options {
  readonly sub: string;
  readonly name?: string;
  readonly email?: string;
  readonly orcid?: string;
  readonly role: readonly string[];
  readonly expires: number;
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** `research-graph token`: a token of the development issuer, for the shell. */
export const tokenCommand = (): Command =>
  new Command('token')
    .description('print a token of the development issuer, for requests from the shell')
    .requiredOption('--sub <name>', 'who it is for: each has an account of their own', subject)
    .option('--name <name>', 'their name as others see it; the same by default')
    .option('--email <address>', 'their e-mail address')
    .option('--orcid <iD>', 'their ORCID iD', orcid)
    .option('--role <role>', 'a role they have, such as moderator; may be repeated', repeated, [])
    .option('--expires <time>', 'how long it is good: 90s, 30m, 1h, 7d', duration, 3_600)
    .action(printToken);

async function printToken({ sub, name = sub, email, orcid, role: roles, expires }: Options): Promise<void> {
  const { login, home } = readConfig();
  if (login === null)
    throw new UserFacingError('Nobody can log in with this configuration, so that no token would be accepted.');
  if (login !== 'development')
    throw new UserFacingError(
      `AUTH_ISSUER is set to ${login.url}: only that issuer makes tokens that the server accepts.`,
    );
  const token = await developmentToken(await signingKey(home), { sub, name, email, orcid, roles }, expires);
  process.stdout.write(`${token}\n`);
}

const repeated = (value: string, values: readonly string[]): string[] => [...values, value];

function subject(text: string): string {
  if (!/^[^\p{C}]{1,100}$/u.test(text)) throw new InvalidArgumentError('It must have 1 to 100 characters.');
  return text;
}

function orcid(text: string): string {
  const key = checkedOrcidKey(text);
  if (key === null) throw new InvalidArgumentError('That is no ORCID iD.');
  return key;
}

function duration(text: string): number {
  const [, number, unit = ''] = /^([1-9]\d{0,5})([smhd])$/.exec(text) ?? [];
  if (number === undefined) throw new InvalidArgumentError('It must be a time such as 90s, 30m, 1h or 7d.');
  return Number(number) * (SECONDS[unit] ?? 0);
}
