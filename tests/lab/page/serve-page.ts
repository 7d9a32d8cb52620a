import type { CDPSession } from 'playwright-core';

/**
 * Answers the tab's first request for `url` with `html`. Later documents of the tab get no answer at all (204, which leaves the page
 * where it is: pages send their readers elsewhere), and what lies in frames is unreachable.
 */
export async function servePage(session: CDPSession, url: string, html: string): Promise<void> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const top = frameTree.frame.id;
  let served = false;
  session.on('Fetch.requestPaused', ({ requestId, frameId, request }) => {
    if (frameId !== top) {
      void session.send('Fetch.failRequest', { requestId, errorReason: 'AddressUnreachable' }).catch(gone);
      return;
    }
    const isFirst = !served && samePage(request.url, url);
    served ||= isFirst;
    void session
      .send('Fetch.fulfillRequest', {
        requestId,
        responseCode: isFirst ? 200 : 204,
        responseHeaders: [{ name: 'content-type', value: 'text/html; charset=utf-8' }],
        body: isFirst ? Buffer.from(html).toString('base64') : '',
      })
      .catch(gone);
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document' }] });
}

function samePage(one: string, other: string): boolean {
  return one.replace(/#.*$/s, '') === other.replace(/#.*$/s, '');
}

/** The tab was closed meanwhile, or the request given up. */
function gone(): void {}
