import { renderToStaticMarkup } from 'react-dom/server'
import { encode } from 'uqr'
import { expect, it } from 'vitest'
import { QrCode } from './qr-code.tsx'

const LINK = 'https://pronto.comune.esempio.it/join/3fJ2mYd0Qh1uVxZsTtWkLw'

it('draws every dark module and no other, within the margin that readers need', () => {
  const drawn = renderToStaticMarkup(<QrCode text={LINK} label="Invito" className="" />)
  const dark = new Set([...drawn.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`))
  const { data } = encode(LINK, { ecc: 'M', border: 0 })
  const expected = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x + 4} ${y + 4}`] : [])))
  expect(dark).toEqual(new Set(expected))
  expect(drawn).toContain(`viewBox="0 0 ${data.length + 8} ${data.length + 8}"`)
  expect(drawn).toContain('role="img" aria-label="Invito"')
})
