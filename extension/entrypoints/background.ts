import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../background/start-background.ts';
import { contentScripts } from '../capture/content-scripts.ts';

export default defineBackground(() => startBackground(contentScripts));
