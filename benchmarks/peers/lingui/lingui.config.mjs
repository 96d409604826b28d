import { formatter } from '@lingui/format-po';

export default {
  sourceLocale: 'en',
  locales: ['en', 'ru', 'de', 'fr', 'ar', 'ja'],
  catalogs: [{ path: '<rootDir>/catalogues/{locale}', include: ['nothing'] }],
  format: formatter(),
};
