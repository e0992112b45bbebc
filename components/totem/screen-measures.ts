import { reachOnGlassMm, type TotemHardware } from '@/lib/content/totem-hardware.ts'

/** What the style sheet (`totem.css`) measures everything by, by the names that it has there. */
export const screenMeasures = (hardware: TotemHardware): Readonly<Record<`--${string}`, number>> => ({
  '--screen-short-mm': hardware.screenShortMm,
  '--viewing-mm': hardware.viewingMm,
  '--reach-mm': reachOnGlassMm(hardware),
})

/** The same as a style sheet, so that the first picture is as large as every later one. */
export const measuresInCss = (hardware: TotemHardware): string =>
  `:root{${Object.entries(screenMeasures(hardware))
    .map(([name, value]) => `${name}:${value}`)
    .join(';')}}`
