import type { PortLike } from '../rpc/port-endpoint.ts';

/** What the browser says about the other end of a port; the message itself is never asked. */
export type Sender = {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  documentId?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; incognito?: boolean | undefined } | undefined;
};

export type SenderPort = PortLike & { readonly sender?: Sender | undefined };

/** A frame of a tab whose content script asks, and the address it has. `document`: null where the browser does not name documents. */
export type PageCaller = { tab: number; frame: number; document: string | null; origin: string; url: string };

/** Null where the other end is no content script of ours in an ordinary tab. Private windows are never read. */
export function pageCaller(port: SenderPort, extensionId: string): PageCaller | null {
  const { sender } = port;
  const tab = sender?.tab?.id;
  if (sender?.id !== extensionId || tab === undefined || sender.tab?.incognito === true) return null;
  // Firefox does not give the origin; the frame's address does.
  const origin = sender.origin ?? URL.parse(sender.url ?? '')?.origin;
  if (origin === undefined || !/^https?:\/\//.test(origin)) return null;
  const { frameId: frame = 0, documentId: document = null, url = '' } = sender;
  return { tab, frame, document, origin, url };
}

/** True where the other end is a page of the extension itself: a content script may take any name, but not such an address. */
export function isInterface(port: SenderPort, extensionId: string, extensionUrl: string): boolean {
  const { sender } = port;
  const root = new URL('/', extensionUrl).href;
  return (
    sender?.id === extensionId && sender.url?.startsWith(root) === true && sender.tab?.incognito !== true
  );
}
