import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export type Packages = { kind: 'ready' } | { kind: 'unavailable'; why: string };

export type PackageOptions = {
  signal?: AbortSignal;
  log?: (line: string) => void;
  /** Lines for `debconf-set-selections`, for packages that would ask (or do) something while they are set up. */
  answers?: readonly string[];
  /** Whether we may install; found out unless named. */
  root?: boolean;
};

// dpkg's own placeholders
const FORMAT = `-f=\${Package} \${db:Status-Abbrev}\\n`;
const LOCK = '/run/lock/holdfast-tests-apt.lock';

// Runs under flock. The marker tells a policy-rc.d left behind by a killed run of ours from the administrator's own.
const INSTALL = `
set -u
marker='# holdfast tests: start no service'
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ] || grep -qF "$marker" $policy; then
  printf '#!/bin/sh\\n%s\\nexit 101\\n' "$marker" > $policy && chmod 755 $policy
  trap 'rm -f $policy' EXIT
fi
if [ -n "$ANSWERS" ] && command -v debconf-set-selections > /dev/null; then
  printf '%s\\n' "$ANSWERS" | debconf-set-selections
fi
# update does not wait for the lock of the package lists, install waits for dpkg's
tries=0
until apt-get -qq update || [ $tries -ge 8 ]; do tries=$((tries + 1)); sleep 5; done
apt-get -o DPkg::Lock::Timeout=600 -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold \\
  -y -qq --no-install-recommends install "$@"
`;

/** The names among `names` that dpkg does not report as installed. */
function missingPackages(names: readonly string[]): string[] {
  const asked = spawnSync('dpkg-query', ['-W', FORMAT, ...names], {
    encoding: 'utf8',
  });
  const installed = new Set(
    asked.stdout
      .split('\n')
      .map((line) => line.split(' '))
      .filter(([, status]) => status?.startsWith('ii'))
      .map(([name]) => name),
  );
  return names.filter((name) => !installed.has(name));
}

/**
 * Sees to it that Debian's packages `names` are installed: without recommended ones, starting no service, waiting
 * where another apt is at work. Needs root only where something is missing. Once apt has begun it is let finish:
 * an abort half-way would leave dpkg broken.
 */
export async function ensurePackages(
  names: readonly string[],
  { signal, log = () => {}, answers = [], root = process.getuid?.() === 0 }: PackageOptions = {},
): Promise<Packages> {
  if (!existsSync('/usr/bin/dpkg-query')) {
    return { kind: 'unavailable', why: `this is no Debian: ${names.join(', ')} must be installed by hand` };
  }
  const missing = missingPackages(names);
  if (missing.length === 0) return { kind: 'ready' };
  if (!root) {
    return {
      kind: 'unavailable',
      why: `missing Debian packages, and no root to install them: ${missing.join(', ')}`,
    };
  }
  if (signal?.aborted) return { kind: 'unavailable', why: 'stopped before installing Debian packages' };
  log(`installing ${missing.join(', ')}`);
  const { code, tail } = await runInstall(missing, answers);
  const still = missingPackages(missing);
  if (still.length === 0) return { kind: 'ready' };
  return {
    kind: 'unavailable',
    why: `apt-get could not install ${still.join(', ')} (exit ${code}): ${tail}`,
  };
}

function runInstall(missing: readonly string[], answers: readonly string[]) {
  return new Promise<{ code: number; tail: string }>((done) => {
    const child = spawn('flock', [LOCK, 'sh', '-c', INSTALL, 'sh', ...missing], {
      env: {
        ...process.env,
        DEBIAN_FRONTEND: 'noninteractive',
        LC_ALL: 'C.UTF-8',
        ANSWERS: answers.join('\n'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // a Ctrl-C in the terminal must not reach dpkg
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => done({ code: -1, tail: error.message }));
    child.on('close', (code) =>
      done({ code: code ?? -1, tail: output.trim().split('\n').slice(-6).join(' | ') }),
    );
  });
}
