/** The built files that a page is made of. */
export interface BuiltFiles {
  /** Those that it has loaded until now, and every font of its style sheets. */
  named: () => string[]
  stop: () => void
}

/**
 * Notes what the page loads, from its beginning on: browsers themselves stop after 250 addresses, and a totem's
 * page stays for weeks.
 */
export function watchBuiltFiles(): BuiltFiles {
  const loaded = new Set<string>()
  const note = (entries: readonly PerformanceEntry[]) => {
    for (const { name } of entries) if (isBuilt(name)) loaded.add(name)
  }
  const observer = new PerformanceObserver((list) => note(list.getEntries()))
  observer.observe({ type: 'resource', buffered: true })
  return {
    named() {
      note(observer.takeRecords())
      note(performance.getEntriesByType('resource'))
      const scripts = [...document.scripts].map(({ src }) => src)
      return [...new Set([...loaded, ...[...scripts, ...fonts()].filter(isBuilt)])]
    },
    stop: () => observer.disconnect(),
  }
}

const isBuilt = (address: string) => address.startsWith(`${location.origin}/_next/static/`)

/** A browser fetches a font at the first letter of it, and a language's letters may come when the network is gone. */
const fonts = (): string[] =>
  [...document.styleSheets].flatMap(({ href, cssRules }) =>
    [...cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return []
      // The first of several is the one that browsers of our time take.
      const source = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1]
      return source ? [new URL(source, href ?? location.href).href] : []
    }),
  )
