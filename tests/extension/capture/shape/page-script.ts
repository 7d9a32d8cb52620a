import { shapeDocument } from '../../../../extension/capture/shape/shape-document.ts';

// Bundled, and evaluated in a page: what the extension's own script for this returns.
Object.assign(globalThis, { holdfastShape: () => shapeDocument(document, location.href) });
