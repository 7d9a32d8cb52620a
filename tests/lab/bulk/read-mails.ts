import { openReader } from '../../extension/capture/web/reader-in-chromium.ts';
import type { LabelledMail } from './labelled-mails.ts';
import type { ReadTwice } from './page-script.ts';
import { roundcubePage } from './roundcube-page.ts';

/** The mails through the shipped Roundcube reader in Chromium, in order. */
export async function readMails(mails: readonly LabelledMail[]): Promise<ReadTwice[]> {
  const chromium = await openReader('tests/lab/bulk/page-script.ts');
  try {
    const pages = JSON.stringify(mails.map(({ eml }) => roundcubePage(eml))).replaceAll('</', '<\\/');
    const url = 'https://mail.tidewater.test/';
    const { value } = await chromium.read(url, '<!doctype html><body>', `reader.readTwice(${pages})`);
    return value as ReadTwice[];
  } finally {
    await chromium.close();
  }
}
