/* Loaded before every script, by whatever Node the host has: so the oldest syntax, and no imports. */
var version = process.versions.node;
var parts = version.split('.').map(Number);

/**
 * @param {string} found the running Node's version, without a "v"
 * @param {boolean} runsTypeScript whether it runs .ts files as they are
 * @returns {string} the sentence to stop with, or '' where this Node will do
 */
function complaint(found, runsTypeScript) {
  var major = Number(found.split('.')[0]);
  if (major >= 22 && runsTypeScript) return '';
  return (
    'Holdfast needs Node 22.18 or newer and still finds Node ' +
    found +
    '. "npm install" brings Node 24 along (the package "node"), but its install script did not run: npm was told to ' +
    'skip install scripts, or "npm install" has not been run here. Run "npm install" in this folder, then ' +
    '"npm rebuild node --ignore-scripts=false" (newer npm reads "allowScripts" in package.json: leave it there), or ' +
    'install Node 24 yourself.'
  );
}

module.exports = { complaint: complaint };

var sentence = complaint(version, parts[0] > 22 || (parts[0] === 22 && parts[1] >= 18));
if (sentence) {
  process.stderr.write('\n' + sentence + '\n\n');
  process.exit(1);
}
