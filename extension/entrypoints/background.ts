/// <reference types="wxt/vite-builder-env" />
import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../background/start-background.ts';
import { contentScripts } from '../capture/content-scripts.ts';
import { readSnapshot } from '../capture/web/read-snapshot.ts';

export default defineBackground(() =>
  startBackground(contentScripts, import.meta.env.FIREFOX ? readSnapshot : null),
);
