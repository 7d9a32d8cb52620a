import { createServer } from 'node:http';
import { join } from 'node:path';
import express from 'express';
import expressPouchdb from 'express-pouchdb';
import PouchDB from 'pouchdb';
import { folder, listen } from '../serve-peer.ts';

// The makers' own server: express-pouchdb over PouchDB with LevelDB.
const app = express();
const Stored = PouchDB.defaults({ prefix: `${folder}/` });
app.use(
  '/',
  expressPouchdb(Stored, { configPath: join(folder, 'config.json'), logPath: join(folder, 'log.txt') }),
);
await new Stored('contacts').info();
listen(createServer(app));
