import type { ClientOptions } from '../page/engine.ts';

/** One engine under measurement, with its server. */
export type Subject = {
  /** As printed. */
  name: string;
  /** The module that is bundled into the page. */
  page: string;
  /** Whether a change reaches another client by itself: the floor knows none. */
  live: boolean;
  startServer(folder: string): Promise<SubjectServer>;
};

export type SubjectServer = {
  url: string;
  /** Of the process that serves. */
  pid: number;
  /** How a further client gets in; `server` may be set to a way around. */
  client(name: string): Promise<ClientOptions>;
  /**
   * When so many records were durable at the server, in milliseconds since the epoch: for engines whose clients are not told.
   * Absent where the acknowledgement says it.
   */
  stored?(count: number): Promise<number>;
  /** The folder with what it stores, for its size. */
  data: string;
  stop(): Promise<void>;
};
