import { createServer } from 'node:http';
import { join } from 'node:path';
import { setPersistence, setupWSConnection } from '@y/websocket-server/utils';
import { WebSocketServer } from 'ws';
import { LeveldbPersistence } from 'y-leveldb';
import * as Y from 'yjs';
import { folder, listen, tellStored } from '../serve-peer.ts';

// The makers' websocket server with their LevelDB persistence bound to it.
const stored = new LeveldbPersistence(join(folder, 'leveldb'));
setPersistence({
  provider: stored,
  bindState: async (name: string, doc: Y.Doc) => {
    const held = await stored.getYDoc(name);
    await stored.storeUpdate(name, Y.encodeStateAsUpdate(doc));
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(held));
    doc.on('update', (update: Uint8Array) => {
      const { size } = doc.getMap('contacts');
      void stored.storeUpdate(name, update).then(() => tellStored(size));
    });
  },
  writeState: async () => {},
});
const server = createServer();
const sockets = new WebSocketServer({ noServer: true, maxPayload: 1 << 30 });
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (ws) => setupWSConnection(ws, request));
});
listen(server);
