// The package carries no types, and DefinitelyTyped's pull in a cloud vendor's whole client: only what is used here.
declare module 'smtp-server' {
  import type { Readable } from 'node:stream';

  export type SmtpSession = { envelope: { rcptTo: { address: string }[] } };

  export class SMTPServer {
    constructor(options: {
      authOptional?: boolean;
      allowInsecureAuth?: boolean;
      disabledCommands?: string[];
      disableReverseLookup?: boolean;
      logger?: boolean;
      onAuth?(
        auth: { username: string },
        session: SmtpSession,
        done: (error: Error | null, answer?: { user: string }) => void,
      ): void;
      onData?(
        stream: Readable,
        session: SmtpSession,
        done: (error?: Error | null, message?: string) => void,
      ): void;
    });
    listen(port: number, host: string, listening: () => void): void;
    close(closed: () => void): void;
    on(event: 'error', listener: (error: Error) => void): this;
  }
}
