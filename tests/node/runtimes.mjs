// Formats messages in the runtimes that applications use.
// In: [{locale, icu: {label: message}, i18next: {key: text}}]. Out, for each: {compared, alone, wrong},
// `alone` the labels that only the icu bundle has, `wrong` what failed or differs.
import { readFileSync } from 'node:fs'
import i18next from 'i18next'
import { IntlMessageFormat } from 'intl-messageformat'

const NUMBERS = [0, 1, 2, 3, 5, 11, 21, 22, 100, 1.5, 1234, 1000000]
const DATE = new Date(Date.UTC(2027, 0, 31, 12, 34, 56))
const [LITERAL, ARGUMENT, NUMBER, DAY, TIME, SELECT, PLURAL, POUND, TAG] = [0, 1, 2, 3, 4, 5, 6, 7, 8]

function survey(elements, found = { names: new Map(), plural: null, ordinal: false, select: null, contexts: ['none'], tags: new Set() }) {
  for (const element of elements) {
    if (element.type === LITERAL || element.type === POUND) continue
    if (element.type === TAG) {
      found.tags.add(element.value)
      survey(element.children, found)
      continue
    }
    if (!found.names.has(element.value) || element.type !== ARGUMENT) found.names.set(element.value, element.type)
    if (element.type === PLURAL) {
      found.plural = element.value
      found.ordinal = element.pluralType === 'ordinal'
    }
    if (element.type === SELECT) {
      found.select = element.value
      found.contexts.push(...Object.keys(element.options))
    }
    if (element.options) for (const option of Object.values(element.options)) survey(option.value, found)
  }
  return found
}

function value(type, name, number, context) {
  if (type === NUMBER || type === PLURAL) return number
  if (type === DAY || type === TIME) return DATE
  return type === SELECT ? context : `<${name} & "value">`
}

function* rounds(asked) {
  for (const context of asked.select === null ? ['none'] : asked.contexts)
    for (const number of NUMBERS) {
      yield Object.fromEntries([...asked.names].map(([name, type]) => [name, value(type, name, number, context)]))
      if (![...asked.names.values()].some((type) => type === NUMBER || type === PLURAL)) break
    }
}

function inIcu(message, locale, values, tags) {
  const dressed = Object.fromEntries([...tags].map((tag) => [tag, (parts) => `<${tag}>${parts.join('')}</${tag}>`]))
  const formatted = new IntlMessageFormat(message, locale).format({ ...values, ...dressed })
  return Array.isArray(formatted) ? formatted.join('') : formatted
}

function asked18(values, asked) {
  const options = { ...values }
  if (asked.plural !== null) Object.assign(options, { count: values[asked.plural], ordinal: asked.ordinal })
  if (asked.select !== null) options.context = values[asked.select]
  return options
}

async function judge({ locale, icu, i18next: resources }) {
  const runtime = i18next.createInstance()
  const silent = { type: 'logger', log() {}, warn() {}, error() {} }
  await runtime.use(silent).init({
    lng: locale,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { [locale]: { translation: resources } },
  })
  const result = { compared: 0, alone: [], wrong: [] }
  const keys = Object.keys(resources)
  for (const [label, message] of Object.entries(icu)) {
    try {
      const asked = survey(new IntlMessageFormat(message, locale).getAst())
      const there = keys.some((key) => key === label || key.startsWith(`${label}_`))
      if (!there) result.alone.push(label)
      for (const values of rounds(asked)) {
        const one = inIcu(message, locale, values, asked.tags)
        if (!there) continue
        const other = runtime.t(label, asked18(values, asked))
        result.compared += 1
        if (one !== other) result.wrong.push({ label, values, icu: one, i18next: other })
      }
    } catch (error) {
      result.wrong.push({ label, message, error: String(error) })
    }
  }
  return result
}

const sets = JSON.parse(readFileSync(0, 'utf8'))
const results = []
for (const set of sets) results.push(await judge(set))
process.stdout.write(JSON.stringify(results))
