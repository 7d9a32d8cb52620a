import { spawnSync } from 'node:child_process';
import { PROJECT } from './project.ts';
import { packageScript } from './run-command.ts';

// Cloudflare's ordinary deploy; what stands behind "npm run deploy --" is handed on to it.
const args = [packageScript('wrangler/bin/wrangler.js'), 'deploy', ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { cwd: `${PROJECT}/worker`, stdio: 'inherit' });
process.exitCode = status ?? 1;
