import { expect, it } from 'vitest';
import { isSharedMailbox } from '../../../shared/policy/shared-mailbox.ts';

it.each([
  'info@gull.example',
  'Sales@gull.example',
  'sales.emea@gull.example',
  'info-de@gull.example',
  'office2@gull.example',
  'berlin.office@gull.example',
  'buchhaltung@gull.example',
  'kontakt@gull.example',
  'secretaria@gull.example',
  'comptabilite@gull.example',
  'no-reply@gull.example',
])('%s is read by several', (email) => {
  expect(isSharedMailbox(email)).toBe(true);
});

it.each([
  'ines.gull@gull.example',
  'i.gull@info.example',
  'salesa@gull.example',
  'hrvoje@gull.example',
  'itamar@gull.example',
  'deskar.lind@gull.example',
  'teamo@gull.example',
])('%s is one person’s', (email) => {
  expect(isSharedMailbox(email)).toBe(false);
});
