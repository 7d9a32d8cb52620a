import { watchNetwork } from './network-marks.ts';
import { makeStorageStrict } from './strict-storage.ts';

// Bundled ahead of everything else in a page: some engines take hold of `fetch` as soon as they are loaded.
watchNetwork();
makeStorageStrict();
