import { makeValidator } from 'envalid';
import { isTrustworthy } from './auth/issuer.js';

/** 1 to 999,999,999. */
export const wholeNumber = makeValidator<number>((input) => {
  if (!/^[1-9]\d{0,8}$/.test(input)) throw new Error('must be a whole number from 1 to 999999999');
  return Number(input);
});

/** 1 to 999,999,999, or `off`, which is 0: envalid takes a null for a mistake. */
export const wholeNumberOrOff = makeValidator<number>((input) => {
  if (input === 'off') return 0;
  if (!/^[1-9]\d{0,8}$/.test(input)) throw new Error('must be a whole number from 1 to 999999999, or off');
  return Number(input);
});

/** 0 to 10. */
export const fewOrNone = makeValidator<number>((input) => {
  if (!/^(\d|10)$/.test(input)) throw new Error('must be a whole number from 0 to 10');
  return Number(input);
});

/** Where a Neo4j is; may be empty. */
export const boltUri = makeValidator<string>((input) => {
  if (input !== '' && !(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^/]/.test(input) && URL.canParse(input)))
    throw new Error('must be a bolt:// or neo4j:// address');
  return input;
});

/** Where a web service is; slashes at its end are taken off. */
export const webService = makeValidator<string>((input) => {
  if (!(/^https?:\/\/[^/?#]+[^?#]*$/.test(input) && URL.canParse(input)))
    throw new Error('must be an http:// or https:// address');
  return input.replace(/\/+$/, '');
});

/** Where a collector of traces is; may be empty. */
export const collector = makeValidator<string>((input) => {
  if (input !== '' && !(/^https?:\/\/[^/?#]/.test(input) && URL.canParse(input)))
    throw new Error('must be an http:// or https:// address');
  return input;
});

/** Origins with commas between; each as browsers write it, since it is compared letter by letter. */
export const origins = makeValidator<readonly string[]>((input) => {
  const given = input.split(',').map((origin) => origin.trim());
  const named = given.filter((origin) => origin !== '');
  const wrong = named.find((origin) => !/^https?:/.test(origin) || new URL(origin).origin !== origin);
  if (wrong !== undefined)
    throw new Error(`must be origins such as https://site.example, with commas between: ${wrong}`);
  return named;
});

/** An OpenID Connect issuer, `off`, or empty. */
export const issuerAddress = makeValidator<string>((input) => {
  if (input !== '' && input !== 'off' && !(isTrustworthy(input) && /^[^?#]+$/.test(input)))
    throw new Error('must be an https:// address, or http:// of this machine, or off');
  return input;
});

/** As Java takes it: `512m`, `2g`, or empty. */
export const memorySize = makeValidator<string>((input) => {
  if (!/^([1-9]\d{0,5}[mg])?$/.test(input)) throw new Error('must be a size such as 512m or 2g');
  return input;
});
