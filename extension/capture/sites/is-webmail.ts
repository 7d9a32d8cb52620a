import type { Page } from './adapter.ts';
import { isGmail } from './gmail/detect.ts';
import { isOutlook } from './outlook/detect.ts';
import { isRoundcube } from './roundcube/detect.ts';
import { isSogo } from './sogo/detect.ts';

/** Whether a page belongs to a webmail that has its own reader, so that the reader of ordinary pages leaves it alone. */
export function isWebmail(page: Page): boolean {
  return isGmail(page) || isOutlook(page) || isRoundcube(page) || isSogo(page);
}
