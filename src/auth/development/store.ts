import { LRUCache } from 'lru-cache';
import type { Adapter, AdapterConstructor, AdapterPayload } from 'oidc-provider';

/** The most logins, codes and grants that are remembered; of more, those used longest ago are forgotten. */
const MOST = 10_000;

/** Keeps what the provider must remember in memory: it is gone when the server stops. */
export function memoryStore(): AdapterConstructor {
  const records = new LRUCache<string, AdapterPayload>({ max: MOST });
  const sessions = new LRUCache<string, string>({ max: MOST });

  return class MemoryStore implements Adapter {
    constructor(private readonly model: string) {}

    async upsert(id: string, payload: AdapterPayload, seconds: number): Promise<void> {
      const ttl = seconds > 0 ? { ttl: seconds * 1_000 } : {};
      if (payload.uid) sessions.set(payload.uid, id, ttl);
      records.set(this.#key(id), payload, ttl);
    }

    async find(id: string): Promise<AdapterPayload | undefined> {
      return records.get(this.#key(id));
    }

    async findByUid(uid: string): Promise<AdapterPayload | undefined> {
      const id = sessions.get(uid);
      return id === undefined ? undefined : this.find(id);
    }

    /** For devices without a browser, which are not served. */
    async findByUserCode(): Promise<undefined> {}

    async consume(id: string): Promise<void> {
      const record = records.get(this.#key(id));
      if (record) record.consumed = Math.floor(Date.now() / 1_000);
    }

    async destroy(id: string): Promise<void> {
      records.delete(this.#key(id));
    }

    async revokeByGrantId(grantId: string): Promise<void> {
      for (const [key, record] of records)
        if (key.startsWith(this.#key('')) && record.grantId === grantId) records.delete(key);
    }

    #key(id: string): string {
      return `${this.model} ${id}`;
    }
  };
}
