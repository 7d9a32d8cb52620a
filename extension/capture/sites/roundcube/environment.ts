import { scriptsOf } from '../../unclobbered.ts';
import { jsonTextValue } from '../json-text-value.ts';

/**
 * A text value of Roundcube's settings, which every page carries in an inline script as `rcmail.set_env({…})`. Read as text:
 * the page's own variables belong to the page. Null where it is not there (yet).
 */
export function environmentText(doc: Document, name: string): string | null {
  for (const script of scriptsOf(doc)) {
    const text = script.src === '' ? (script.textContent ?? '') : '';
    const start = text.indexOf('rcmail.set_env(');
    if (start >= 0) return jsonTextValue(text.slice(start), name);
  }
  return null;
}
