// Which text two runtimes choose for the numbers from 0 up.
// In: {numbers, sets: [{locale, icu: message, i18next: {key: text}}]}. Out, for each set: [[icu, i18next], …].
import { readFileSync } from 'node:fs'
import i18next from 'i18next'
import { IntlMessageFormat } from 'intl-messageformat'

async function chosen({ locale, icu, i18next: resources }, numbers) {
  const runtime = i18next.createInstance()
  const silent = { type: 'logger', log() {}, warn() {}, error() {} }
  await runtime.use(silent).init({ lng: locale, fallbackLng: false, resources: { [locale]: { translation: resources } } })
  const format = new IntlMessageFormat(icu, locale)
  return Array.from({ length: numbers }, (_, count) => [format.format({ count }), runtime.t('files', { count })])
}

const { numbers, sets } = JSON.parse(readFileSync(0, 'utf8'))
process.stdout.write(JSON.stringify(await Promise.all(sets.map((set) => chosen(set, numbers)))))
