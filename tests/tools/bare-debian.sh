#!/bin/sh
# Runs the README's two commands in a fresh Debian with nothing but Node and npm in it, as a newcomer would.
#
#   tests/tools/bare-debian.sh [--suite bookworm] [--node DIR] [--npm DIR] [--only start|test] [--keep] [FOLDER]
#
# Needs root on Debian. --node is a folder with bin/node, --npm an npm package's folder; both default to the host's. Where packages come from
# (apt, npm, certificates) is read from this host at run time. FOLDER is kept between runs with --keep.
set -eu

suite=bookworm only= keep= node_bin=$(command -v node) npm_dir=$(npm root -g 2>/dev/null)/npm root=
while [ $# -gt 0 ]; do
  case $1 in
    --suite) suite=$2; shift ;;
    --node) node_bin=$2/bin/node; shift ;;
    --npm) npm_dir=$2; shift ;;
    --only) only=$2; shift ;;
    --keep) keep=yes ;;
    -*) echo "unknown option $1" >&2; exit 2 ;;
    *) root=$1 ;;
  esac
  shift
done
[ "$(id -u)" = 0 ] || { echo 'bare-debian.sh needs root' >&2; exit 1; }
project=$(cd "$(dirname "$0")/../.." && pwd)
root=${root:-$(mktemp -d "${TMPDIR:-/tmp}/holdfast-bare.XXXXXX")}
mkdir -p "$root"
# mktemp closes the folder to others, and it becomes the / that every system user must get through
chmod 755 "$root"
[ -n "$keep" ] || trap 'rm -rf --one-file-system "$root"' EXIT

command -v debootstrap >/dev/null || apt-get install -y -qq --no-install-recommends debootstrap

# The first Debian mirror that this host uses, in either format of apt's sources.
mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
  grep -v '^[[:space:]]*#' | grep -oE '(https?|file)://[^[:space:]]+/debian/?([[:space:]]|$)' | head -n 1 | tr -d '[:space:]')
[ -n "$mirror" ] || { echo 'this host names no Debian mirror' >&2; exit 1; }

if [ ! -e "$root/etc/debian_version" ]; then
  echo "bare-debian: laying out Debian $suite"
  debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$root.log" 2>&1 ||
    { tail -n 20 "$root.log" >&2; exit 1; }
  rm -f "$root.log"
fi

# How this host reaches its registries, and nothing else of it.
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp /etc/hosts "$root/etc/hosts"
for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; do
  [ -e "$file" ] || continue
  grep -qE "/debian(-security)?/?([[:space:]]|\$)" "$file" && cp "$file" "$root${file}"
done
cp -r /etc/apt/auth.conf.d/. "$root/etc/apt/auth.conf.d/" 2>/dev/null || true
# proxies, and what a mirror frozen in time needs
apt-config dump | grep '^Acquire::' >"$root/etc/apt/apt.conf.d/99host" || true
certificates=/etc/ssl/certs/ca-certificates.crt
if [ -e "$certificates" ]; then
  mkdir -p "$root/etc/ssl/certs"
  cp "$certificates" "$root$certificates"
fi
{
  echo "registry=$(npm config get registry 2>/dev/null)"
  [ ! -e "$certificates" ] || echo "cafile=$certificates"
} >"$root/root/.npmrc"

echo "bare-debian: Node $("$node_bin" --version), npm $("$node_bin" -p "require('$npm_dir/package.json').version")"
install -D -m 755 "$(readlink -f "$node_bin")" "$root/usr/local/bin/node"
rm -rf "$root/usr/local/lib/node_modules/npm"
mkdir -p "$root/usr/local/lib/node_modules"
cp -rL "$npm_dir" "$root/usr/local/lib/node_modules/npm"
ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
ln -sf ../lib/node_modules/npm/bin/npx-cli.js "$root/usr/local/bin/npx"

rm -rf "$root/root/holdfast"
git clone -q --no-hardlinks "$project" "$root/root/holdfast"

cat >"$root/root/start.sh" <<'INSIDE'
set -eu
cd /root/holdfast
npm install
: >/root/start.out
npm start -- --no-browser >/root/start.out 2>&1 &
npm=$!
tries=0
until grep -q '#join=' /root/start.out; do
  tries=$((tries + 1))
  if [ $tries -gt 240 ] || ! kill -0 $npm 2>/dev/null; then
    cat /root/start.out
    echo 'bare-debian: npm start did not come up'
    exit 1
  fi
  sleep 0.5
done
cat /root/start.out
url=$(grep -oE 'http://127\.0\.0\.1:[0-9]+' /root/start.out | head -n 1)
node -e "fetch('$url/v1/health').then(async (r) => { console.log(r.status, await r.text()); process.exit(r.ok ? 0 : 1); })"
kill -TERM $npm
wait $npm || true
sleep 2
if node -e "fetch('$url/v1/health').then(() => process.exit(0), () => process.exit(1))"; then
  echo 'bare-debian: the worker outlived npm start'
  exit 1
fi
echo 'bare-debian: npm install && npm start: fine'
INSIDE
cat >"$root/root/test.sh" <<'INSIDE'
set -eu
cd /root/holdfast
CI=true bash .ci/run
INSIDE

# In namespaces of its own: mounts and processes end with it, whatever happens.
inside() {
  unshare --mount --pid --fork --kill-child sh -eu -c '
    root=$1
    mount --make-rprivate /
    mount -t proc proc "$root/proc"
    mount -t sysfs -o ro sysfs "$root/sys"
    mount --rbind /dev "$root/dev"
    mkdir -p "$root/tmp"
    exec chroot "$root" /usr/bin/env -i HOME=/root TERM=dumb PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
      ${2:+NODE_EXTRA_CA_CERTS=$2} sh "$3"
  ' sh "$root" "$([ ! -e "$certificates" ] || echo "$certificates")" "$1"
}

[ "$only" = test ] || inside /root/start.sh
[ "$only" = start ] || inside /root/test.sh
echo "bare-debian: ${only:-both} fine"
