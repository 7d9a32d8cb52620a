import { Schema as S } from '@triplit/client';

export const schema = S.Collections({
  contacts: {
    schema: S.Schema({
      id: S.Id(),
      name: S.String(),
      email: S.String(),
      privateEmail: S.String(),
      phone: S.String(),
      mobile: S.String(),
      fax: S.String(),
      website: S.String(),
      profile: S.String(),
      card: S.String(),
      note: S.String(),
    }),
  },
});
