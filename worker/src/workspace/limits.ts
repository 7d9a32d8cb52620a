/** Token buckets: `burst` at once, then one every `everyMs`. */
const rules = {
  join: { burst: 20, everyMs: 3_000 },
  invitation: { burst: 300, everyMs: 1_000 },
  're-enrol': { burst: 5, everyMs: 600_000 },
  ticket: { burst: 30, everyMs: 1_000 },
  yields: { burst: 20, everyMs: 60_000 },
  quarantine: { burst: 10, everyMs: 10_000 },
} as const;
export type Limited = keyof typeof rules;

export type Limits = {
  /** Takes one for `who`. `wait` is in seconds, 0 where it was granted. */
  take(what: Limited, who: string, now: number): { wait: number };
};

type Bucket = { left: number; at: number };

/**
 * Kept in memory: writing down every refused attempt would cost more than it saves, and an object that was put to sleep has
 * by then refilled most of its buckets anyway.
 */
export function memoryLimits(): Limits {
  const buckets = new Map<string, Bucket>();
  return {
    take: (what, who, now) => {
      const { burst, everyMs } = rules[what];
      if (buckets.size > 10_000) buckets.clear();
      const key = `${what} ${who}`;
      const held = buckets.get(key) ?? { left: burst, at: now };
      const left = Math.min(burst, held.left + Math.max(0, now - held.at) / everyMs);
      if (left < 1) {
        buckets.set(key, { left, at: now });
        return { wait: Math.ceil(((1 - left) * everyMs) / 1000) };
      }
      buckets.set(key, { left: left - 1, at: now });
      return { wait: 0 };
    },
  };
}
