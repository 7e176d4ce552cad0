import { resolve } from 'node:path';
import { bool, cleanEnv, port, str } from 'envalid';
import { type Issuer, isLoopback, ORCID_ISSUER } from './auth/issuer.js';
import {
  boltUri,
  collector,
  fewOrNone,
  issuerAddress,
  memorySize,
  origins,
  webService,
  wholeNumber,
  wholeNumberOrOff,
} from './config-validators.js';
import { UserFacingError } from './core/errors.js';
import { CHANGES_KEPT } from './graph/changes.log.js';

/** A Neo4j of the user's own. */
export interface ExternalNeo4j {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

/** Where the public services are that `fetch` downloads from, without a slash at the end. */
export interface Services {
  readonly openAlex: string;
  /** OpenAlex gives little to those without a key. */
  readonly openAlexKey: string | undefined;
  readonly orcid: string;
  readonly arxiv: string;
}

/** Everything that the environment decides, validated. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Absolute path of the folder where the embedded database and our own files live. */
  readonly home: string;
  /** Null where the embedded server is to be used. */
  readonly neo4j: ExternalNeo4j | null;
  /** The embedded server's memory, written as `512m` or `2g`; undefined where the machine's size decides. */
  readonly embeddedMemory: { readonly heap: string | undefined; readonly pageCache: string | undefined };
  /** The database's name on that server. */
  readonly database: string;
  /** Works with more names on the byline than this derive no COAUTHOR edges. */
  readonly maxAuthors: number;
  /** How many changes the log keeps at least, for those who mirror the graph. */
  readonly changesKept: number;
  /** Longest time of one read statement, in milliseconds. */
  readonly statementTimeout: number;
  /** In which a request is answered, with what there is by then, in milliseconds. */
  readonly requestDeadline: number;
  /** Points that a caller may spend in a minute; null where callers are not limited. */
  readonly rateLimit: number | null;
  /** How much memory answers that the graph alone determines may take, in megabytes; 0 keeps none. */
  readonly answerCacheMegabytes: number;
  /** Proxies in front of the server whose X-Forwarded-For is believed. */
  readonly trustedProxies: number;
  /** Requests for the login that a caller may send in a minute; null where they are not limited. */
  readonly loginRateLimit: number | null;
  /** Origins whose pages may read answers: `https://site.example`. */
  readonly corsOrigins: readonly string[];
  /** Who may read `/metrics`: this machine alone, whoever reaches the server, or nobody. */
  readonly metrics: 'local' | 'all' | 'off';
  /** How traces are sent, and under which name of the service; null where nobody collects them. */
  readonly tracing: { readonly format: 'http/protobuf' | 'http/json'; readonly service: string } | null;
  /** Who says who somebody is: an issuer, the one for development that comes with the server, or nobody. */
  readonly login: Issuer | 'development' | null;
  readonly services: Services;
  /** Whether the database plans what is asked first when the server has started. */
  readonly warmUp: boolean;
  readonly logLevel: string;
}

/** Every variable that the server reads, with its default. */
export const variables = {
  HOST: str({ default: '127.0.0.1', desc: 'the address to listen on' }),
  PORT: port({ default: 4000, desc: 'the port to listen on' }),
  RESEARCH_GRAPH_HOME: str({ default: '.data', desc: 'where the embedded database keeps its data' }),
  NEO4J_URI: boltUri({ default: '', desc: 'a Neo4j of your own; the embedded one is then not started' }),
  NEO4J_USER: str({ default: 'neo4j', desc: 'the user on that server' }),
  NEO4J_PASSWORD: str({ default: '', desc: 'the password on that server' }),
  NEO4J_DATABASE: str({ default: 'neo4j', desc: 'the database on that server' }),
  NEO4J_HEAP: memorySize({ default: '', desc: 'java heap of the embedded server; 512m to 1g by default' }),
  NEO4J_PAGECACHE: memorySize({
    default: '',
    desc: 'graph cached by the embedded server; by default 1.25 times its size, with the heap at most half of the memory',
  }),
  MAX_AUTHORS: wholeNumber({ default: 100, desc: 'works with more authors derive no COAUTHOR edges' }),
  CHANGES_KEPT: wholeNumber({
    default: CHANGES_KEPT,
    desc: 'changes that the log keeps for those who mirror the graph',
  }),
  STATEMENT_TIMEOUT_MS: wholeNumber({ default: 4_000, desc: 'longest time of one read statement, in milliseconds' }),
  REQUEST_DEADLINE_MS: wholeNumber({
    default: 4_500,
    desc: 'in which a request is answered, with what there is by then, in milliseconds',
  }),
  RATE_LIMIT: wholeNumberOrOff({ default: 5_000, desc: 'points that a caller may spend in a minute, or off' }),
  ANSWER_CACHE_MB: wholeNumberOrOff({
    default: 64,
    desc: 'megabytes that kept answers take, those that the graph alone determines, or off',
  }),
  TRUST_PROXY: fewOrNone({
    default: 0,
    desc: 'proxies in front of the server, all of which append to X-Forwarded-For; 0 ignores the header',
  }),
  LOGIN_RATE_LIMIT: wholeNumberOrOff({
    default: 300,
    desc: 'requests for the login that an address may send in a minute, or off',
  }),
  CORS_ORIGINS: origins({
    default: [],
    desc: 'origins whose pages may read answers, with commas between; none by default',
  }),
  AUTH_ISSUER: issuerAddress({
    default: '',
    desc: 'the OpenID Connect issuer by which people log in, or off; one for development on this machine alone by default',
  }),
  AUTH_AUDIENCE: str({ default: '', desc: 'what the tokens of that issuer must be meant for' }),
  AUTH_CLIENT_ID: str({ default: '', desc: 'the public client of that issuer by which the page logs people in' }),
  AUTH_ROLES_CLAIM: str({ default: 'roles', desc: 'the claim that lists roles; dots lead into objects' }),
  AUTH_ORCID_CLAIM: str({
    default: '',
    desc: "the claim that holds the ORCID iD; orcid, or sub of ORCID's own issuer",
  }),
  AUTH_MODERATORS: str({ default: '', desc: 'subjects of that issuer who are moderators, with commas between' }),
  OPENALEX_API: webService({ default: 'https://api.openalex.org', desc: 'where fetch openalex asks' }),
  OPENALEX_API_KEY: str({ default: '', desc: 'your key for that service' }),
  ORCID_API: webService({ default: 'https://pub.orcid.org/v3.0', desc: 'where fetch orcid asks' }),
  ARXIV_API: webService({ default: 'https://export.arxiv.org/api', desc: 'where fetch arxiv asks' }),
  WARM_UP: str({
    choices: ['on', 'off'],
    default: 'on',
    desc: 'whether the database plans first questions in the background after a start',
  }),
  LOG_LEVEL: str({
    choices: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    default: 'info',
    desc: 'how much is logged',
  }),
  METRICS: str({
    choices: ['local', 'all', 'off'],
    default: 'local',
    desc: 'who may read /metrics: this machine alone and not through a proxy, all who reach the server, or nobody',
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: collector({
    default: '',
    desc: 'the OpenTelemetry collector that traces are sent to, as http://127.0.0.1:4318; none by default',
  }),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: collector({ default: '', desc: 'the same, with the whole path' }),
  OTEL_EXPORTER_OTLP_PROTOCOL: str({
    choices: ['http/protobuf', 'http/json'],
    default: 'http/protobuf',
    desc: 'how they are sent; the other OTEL_ variables of traces are read, too',
  }),
  OTEL_SERVICE_NAME: str({ default: 'research-graph', desc: 'what this server is called in traces' }),
  OTEL_SDK_DISABLED: bool({ default: false, desc: 'sends no traces, whatever the others say' }),
};

/** Reads and checks the environment; throws one sentence that names every bad variable. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const values = cleanEnv(env, variables, {
    reporter: ({ errors }) => {
      const wrong = Object.entries(errors).map(([name, error]) => `${name}: ${(error as Error).message}`);
      if (wrong.length > 0) throw new UserFacingError(`Bad configuration. ${wrong.join('; ')}`);
    },
  });
  return {
    host: values.HOST,
    port: values.PORT,
    home: resolve(values.RESEARCH_GRAPH_HOME),
    neo4j:
      values.NEO4J_URI === ''
        ? null
        : { uri: values.NEO4J_URI, user: values.NEO4J_USER, password: values.NEO4J_PASSWORD },
    embeddedMemory: { heap: values.NEO4J_HEAP || undefined, pageCache: values.NEO4J_PAGECACHE || undefined },
    database: values.NEO4J_DATABASE,
    maxAuthors: values.MAX_AUTHORS,
    changesKept: values.CHANGES_KEPT,
    statementTimeout: values.STATEMENT_TIMEOUT_MS,
    requestDeadline: values.REQUEST_DEADLINE_MS,
    rateLimit: values.RATE_LIMIT === 0 ? null : values.RATE_LIMIT,
    answerCacheMegabytes: values.ANSWER_CACHE_MB,
    trustedProxies: values.TRUST_PROXY,
    loginRateLimit: values.LOGIN_RATE_LIMIT === 0 ? null : values.LOGIN_RATE_LIMIT,
    corsOrigins: values.CORS_ORIGINS,
    metrics: values.METRICS as Config['metrics'],
    tracing: tracingOf(values),
    login: loginOf(values),
    services: {
      openAlex: values.OPENALEX_API,
      openAlexKey: values.OPENALEX_API_KEY || undefined,
      orcid: values.ORCID_API,
      arxiv: values.ARXIV_API,
    },
    warmUp: values.WARM_UP === 'on',
    logLevel: values.LOG_LEVEL,
  };
}

const tracingOf = (
  values: {
    readonly [Name in `OTEL_${'EXPORTER_OTLP_ENDPOINT' | 'EXPORTER_OTLP_TRACES_ENDPOINT' | 'SERVICE_NAME'}`]: string;
  } & {
    readonly OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf' | 'http/json';
    readonly OTEL_SDK_DISABLED: boolean;
  },
): Config['tracing'] =>
  (values.OTEL_EXPORTER_OTLP_ENDPOINT || values.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) && !values.OTEL_SDK_DISABLED
    ? { format: values.OTEL_EXPORTER_OTLP_PROTOCOL, service: values.OTEL_SERVICE_NAME }
    : null;

/** The development issuer is for one machine: not where others reach the server, by its address or through a proxy. */
function loginOf(
  values: {
    readonly [Name in
      | 'HOST'
      | `AUTH_${'ISSUER' | 'AUDIENCE' | 'CLIENT_ID' | 'ROLES_CLAIM' | 'ORCID_CLAIM' | 'MODERATORS'}`]: string;
  } & { readonly TRUST_PROXY: number },
): Config['login'] {
  const { AUTH_ISSUER: url, AUTH_AUDIENCE: audience, AUTH_ROLES_CLAIM: rolesClaim } = values;
  if (url === 'off') return null;
  if ((url === '') !== (audience === ''))
    throw new UserFacingError('Bad configuration. AUTH_ISSUER and AUTH_AUDIENCE: set both, or neither');
  if (url === '') return isLoopback(values.HOST) && values.TRUST_PROXY === 0 ? 'development' : null;
  const orcidClaim = values.AUTH_ORCID_CLAIM || (url === ORCID_ISSUER ? 'sub' : 'orcid');
  const clientId = values.AUTH_CLIENT_ID;
  const moderators = values.AUTH_MODERATORS.split(',').map((subject) => subject.trim());
  return {
    ...{ url, audience, rolesClaim, orcidClaim },
    ...(clientId !== '' && { clientId }),
    moderators: moderators.filter((subject) => subject !== ''),
  };
}

/** The environment that commands started by us inherit. */
export const inheritedEnvironment = (): NodeJS.ProcessEnv => ({ ...process.env });
