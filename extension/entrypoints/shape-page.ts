import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { shapeDocument } from '../capture/shape/shape-document.ts';

// Run on the person's request alone; what it returns is the answer to that.
export default defineUnlistedScript(() => shapeDocument(document, location.href));
