import { createServer as createProbe } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createServer, createTriplitStorageProvider } from '@triplit/server';
import { triplitSecret } from '../../sync/subjects/triplit-token.ts';
import { folder, tellPort } from '../serve-peer.ts';
import { schema } from './schema.ts';

// The makers' server with their SQLite storage.
process.env.LOCAL_DATABASE_URL = join(folder, 'triplit.sqlite');
const start = await createServer({
  storage: await createTriplitStorageProvider('sqlite'),
  jwtSecret: triplitSecret,
  dbOptions: { schema: { collections: schema, version: 1 } },
} as never);
// it takes a port and does not say which it got
const probe = createProbe().listen(0, '127.0.0.1', () => {
  const { port } = probe.address() as AddressInfo;
  probe.close(() => start(port, () => tellPort(port)));
});
