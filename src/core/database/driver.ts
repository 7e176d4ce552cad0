import neo4j, { type Driver } from 'neo4j-driver';

/** Where the graph is and who asks. */
export interface DatabaseOptions {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** The database's name: naming it saves the driver a round trip. */
  readonly database: string;
  /** Longest time of one read statement, in milliseconds. */
  readonly statementTimeout: number;
}

/** Whether an address names a cluster, whose members the driver learns of, and not one server. */
export const isRouted = (uri: string): boolean => uri.startsWith('neo4j');

/** Where Bolt is spoken at an address: 7687 where it names no port. */
export const portOf = (uri: string): number => Number(new URL(uri).port || 7687);

/** Opens a driver of at most so many connections; nothing is sent yet. */
export const openDriver = ({ uri, user, password }: DatabaseOptions, connections = 100): Driver =>
  neo4j.driver(uri, neo4j.auth.basic(user, password), {
    maxConnectionPoolSize: connections,
    connectionTimeout: 2_000,
    connectionAcquisitionTimeout: 3_000,
    maxTransactionRetryTime: 5_000,
    connectionLivenessCheckTimeout: 30_000,
    // Rows are wanted whole: those beyond the first thousand would each thousand cost a round trip.
    fetchSize: -1,
    // Remarks on statements that nobody reads would be found and sent with each answer.
    notificationFilter: { minimumSeverityLevel: 'OFF' },
  });
