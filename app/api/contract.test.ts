import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

/** Routes as their folders name them, such as `offers/[offerId]/guests`. */
const routes = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'route.ts')
  .map((file) => path.dirname(file).replaceAll(path.sep, '/'))

const contract = readFileSync(path.join(import.meta.dirname, '../../docs/contract.md'), 'utf8')

/** `POST /api/calls/<id>/joined`, `/leave` are two: what follows an address takes the place of its last part. */
function addressesIn(row: string): string[] {
  const [cell = ''] = row.replace(/^\| /, '').split(' | ')
  const addresses: string[] = []
  for (const [, text = ''] of cell.matchAll(/`(?:(?:GET|POST) )?([^`]+)`/g)) {
    const [address = ''] = text.split('?')
    const [before] = addresses
    if (address.startsWith('/api/')) addresses.push(address.slice('/api/'.length))
    else if (before) addresses.push(path.posix.join(path.posix.dirname(before), address))
  }
  return addresses
}

const named = contract
  .split('\n')
  .filter((line) => /^\| `(?:GET|POST) \/api\//.test(line))
  .flatMap(addressesIn)

const isAt = (route: string, address: string): boolean => {
  const [parts, said] = [route.split('/'), address.split('/')]
  return (
    parts.length === said.length &&
    parts.every((part, at) => part === said[at] || (part.startsWith('[') && !routes.includes(address)))
  )
}

it('the contract names every route', () => {
  expect(routes.filter((route) => !named.some((address) => isAt(route, address)))).toEqual([])
})

it('the contract names no route that is not there', () => {
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter((address) => !routes.some((route) => isAt(route, address)))).toEqual([])
})

it('the contract names every variable that a server reads', () => {
  const example = readFileSync(path.join(import.meta.dirname, '../../.env.example'), 'utf8')
  const variables = [...example.matchAll(/^#([A-Z_]+)=/gm)].map(([, name = '']) => name)
  expect(variables).toContain('DATABASE_URL')
  expect(variables.filter((name) => !contract.includes(`\`${name}\``))).toEqual([])
})
