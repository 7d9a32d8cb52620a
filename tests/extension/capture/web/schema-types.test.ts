import { describe, expect, it } from 'vitest';
import { isCompanyType, isPersonType } from '../../../../extension/capture/web/schema-types.ts';
import { organisationTypes, personTypes } from '../../../lab/score/schema-types.ts';

describe('types of structured data', () => {
  it('takes everything below Organization for a company, and nothing of it for a person', () => {
    expect([...organisationTypes].filter((type) => !isCompanyType(type))).toEqual([]);
    expect([...organisationTypes].filter(isPersonType)).toEqual([]);
  });

  it('knows persons', () => {
    expect([...personTypes].filter((type) => !isPersonType(type))).toEqual([]);
  });

  it.each([
    ...[
      'Place',
      'CivicStructure',
      'BusStation',
      'TrainStation',
      'SubwayStation',
      'TaxiService',
      'GovernmentService',
    ],
    ...[
      'ProductGroup',
      'ImageGallery',
      'VideoGallery',
      'PerformingArtsTheater',
      'MusicVenue',
      'EventVenue',
      'Brand',
    ],
    ...[
      'BusinessAudience',
      'BusinessEvent',
      'OrganizeAction',
      'OrganizationRole',
      'PostalAddress',
      'ContactPoint',
    ],
    ...[
      'Product',
      'Offer',
      'WebSite',
      'Event',
      'JobPosting',
      'Occupation',
      'Service',
      'FoodService',
      'BroadcastService',
    ],
    ...[
      'Person',
      'Thing',
      'CreativeWork',
      'ParentAudience',
      'PublicationVolume',
      'SoftwareApplication',
      'WebApplication',
    ],
    ...['toString', 'constructor', '__proto__', ''],
  ])('does not take %s for a company', (type) => {
    expect(isCompanyType(type)).toBe(false);
  });
});
