/** Of Vite's own types only this: its whole declaration is a package that only Vitest needs. */
interface ImportMeta {
  glob<Value>(
    paths: readonly string[],
    options: { query: string; import: string; eager: true },
  ): Record<string, Value>
}
