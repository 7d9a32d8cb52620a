import type { Page } from './adapter.ts';
import { isGmail } from './gmail/detect.ts';
import { isOutlook } from './outlook/detect.ts';
import { loadsRoundcube } from './roundcube/detect.ts';
import { loadsSogo } from './sogo/detect.ts';

/** Whether this is the host of a webmail that has its own reader, so that the reader of ordinary pages leaves it alone. */
export function isHostedWebmail(page: Pick<Page, 'url'>): boolean {
  return isGmail(page) || isOutlook(page);
}

/**
 * Which of the webmails that live anywhere this is a page of. By what the document loads and not by its address: what any link
 * to a page may add to its address must not take the page away from the reader of ordinary ones.
 */
export function webmailFound({ doc }: Pick<Page, 'doc'>): 'roundcube' | 'sogo' | null {
  if (loadsRoundcube(doc)) return 'roundcube';
  return loadsSogo(doc) ? 'sogo' : null;
}
