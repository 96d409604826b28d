// Renders a compiled template by Nunjucks: the same text as `rendering.py` beside it makes by Jinja2.
// `nunjucks` is the module of that name, however it was brought in; values are JSON.

const DATE = /^(\d{4})-(\d{2})-(\d{2})/
const TIME = /^(?:(\d{4})-(\d{2})-(\d{2})[Tt ])?(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:[Zz]|[+-]\d{2}:?\d{2})?$/
const WHITE = '[\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+'
const SURROUNDING = new RegExp(`^${WHITE}|${WHITE}$`, 'g')

/** Returns a template rendered in a locale, for `html` or for `text`. Throws where it cannot be. */
export function render(nunjucks, template, values, locale, output = 'text') {
  return new nunjucks.Template(template, environment(nunjucks, locale, output)).render(values)
}

const environments = new Map()

function environment(nunjucks, locale, output) {
  const key = `${output} ${locale}`
  if (!environments.has(key)) {
    const made = new nunjucks.Environment([], { autoescape: output === 'html', throwOnUndefined: true })
    made.globals = {}
    for (const [name, filter] of Object.entries({ ...FILTERS, ...formats(locale) })) made.addFilter(name, filter)
    environments.set(key, made)
  }
  return environments.get(key)
}

const FILTERS = {
  abs: (value) => Math.abs(number(value)),
  capitalize: (value) => {
    const [first = '', ...rest] = text(value)
    return first.toUpperCase() + rest.join('').toLowerCase()
  },
  default: (value, instead, alsoEmpty = false) =>
    value === undefined || (alsoEmpty && isEmpty(value)) ? instead : value,
  first: (value) => items(value)[0],
  join: (value, between = '', key = undefined) =>
    items(value)
      .map((item) => printed(key === undefined ? item : item[key]))
      .join(between),
  last: (value) => items(value).at(-1),
  length: (value) => (Array.isArray(value) ? value : isText(value) ? [...text(value)] : Object.keys(value)).length,
  lower: (value) => text(value).toLowerCase(),
  replace: (value, old, instead) => text(value).replaceAll(text(old), () => printed(instead)),
  typst: (value) => typst(printed(value?.valueOf())),
  trim: (value) => text(value).replace(SURROUNDING, ''),
  upper: (value) => text(value).toUpperCase(),
  urlencode: (value) => encodeURIComponent(printed(value))
}

function formats(locale) {
  const known = Intl.NumberFormat.supportedLocalesOf(locale).length ? locale : 'en'
  const numbers = (options) => new Intl.NumberFormat(`${known}-u-nu-latn`, options)
  const moments = (options) =>
    new Intl.DateTimeFormat(`${known}-u-ca-gregory-nu-latn`, { ...options, timeZone: 'UTC' })
  const exactly = (n) => ({ minimumFractionDigits: n, maximumFractionDigits: n })
  const part = (value, pattern) => pattern.exec(value) ?? refuse(value, 'a date or time')
  return {
    money: (value, currency) => firmly(numbers({ style: 'currency', currency }).format(number(value))),
    number: (value, n) => firmly(numbers(n === undefined ? {} : exactly(n)).format(number(value))),
    percent: (value, n) => firmly(numbers({ style: 'percent', ...exactly(n ?? 0) }).format(number(value))),
    date: (value, dateStyle = 'medium') => {
      const [, year, month, day] = part(value, DATE)
      return evenly(moments({ dateStyle }).format(Date.UTC(year, month - 1, day)))
    },
    time: (value, timeStyle = 'short') => {
      const [hour, minute, second = 0] = part(value, TIME).slice(4)
      return evenly(moments({ timeStyle }).format(Date.UTC(2000, 0, 1, hour, minute, second)))
    },
    list: (value, style = 'and') =>
      new Intl.ListFormat(known, { type: style === 'or' ? 'disjunction' : 'conjunction' }).format(items(value))
  }
}

// Spaces differ between versions of CLDR and of runtimes: numbers keep together, dates may be broken.
const firmly = (shown) => shown.replace(/[\u202f\u2009]/g, '\xa0')
const evenly = (shown) => shown.replace(/[\xa0\u202f\u2009]/g, ' ')

// An empty list or object counts as true in JavaScript.
const isEmpty = (value) => !value || (typeof value === 'object' && Object.keys(value).length === 0)

function refuse(value, wanted) {
  throw new TypeError(`${JSON.stringify(value)} is not ${wanted}`)
}

// Nunjucks hands over what `safe` returned as an object.
const isText = (value) => typeof value?.valueOf() === 'string'
const text = (value) => (isText(value) ? value.valueOf() : refuse(value, 'a text'))
const items = (value) => (Array.isArray(value) ? value : refuse(value, 'a list'))
const printed = (value) =>
  value == null || (Object(value) === value && !isText(value)) ? refuse(value, 'to be printed') : `${value}`

// A string of Typst, the only place of a PDF agreement that a value is ever written in.
const typst = (value) =>
  value
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\\"]/g, '\\$&')
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\p{Surrogate}/gu, '\ufffd')

function number(value) {
  if (typeof value !== 'number' || Math.abs(value) > 1e15) refuse(value, 'a number that can be shown exactly')
  return value || 0 // no negative zero
}
