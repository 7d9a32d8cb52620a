import { readSnapshot } from '../../capture/web/read-snapshot.ts';
import { serveReading } from '../../rpc/serve-reading.ts';

serveReading(readSnapshot);
