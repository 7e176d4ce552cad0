import { Extensions } from 'type-graphql';

/**
 * Marks a field whose answer the version of the graph does not determine: people change it (follows, claims, own words,
 * messages), or it depends on who asks or when. An answer that holds one is never kept.
 */
export const Volatile = (): MethodDecorator & PropertyDecorator => Extensions({ volatile: true });

/** What `Volatile` says of a field. */
export const isVolatile = (extensions: Readonly<Record<string, unknown>>): boolean => extensions.volatile === true;
