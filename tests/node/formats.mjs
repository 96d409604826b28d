// Shows a value in each format. In: [message] with the argument `a`. Out: for each the error that is thrown, or null.
import { readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'

function thrown(message) {
  const value = message.includes(', number') ? 1234.5 : new Date(Date.UTC(2027, 0, 31, 12, 34, 56))
  try {
    new IntlMessageFormat(message, 'en').format({ a: value })
    return null
  } catch (error) {
    return `${error}`
  }
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(thrown)))
