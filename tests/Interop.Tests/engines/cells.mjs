// Cells as JSON text, the same for every engine: integers and decimals with all their digits, dates and instants in ISO 8601,
// doubles so that they read back bit by bit; NaN and the infinities, which JSON lacks, as strings.

export const text = value => JSON.stringify(value)

export const integer = value => value.toString()

export function double(value) {
  if (!Number.isFinite(value)) {
    return `"${value}"`
  }

  return Object.is(value, -0) ? '-0.0' : String(value)
}

export function decimal(unscaled, scale) {
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0')
  const point = digits.length - scale
  return (unscaled < 0n ? '-' : '') + digits.slice(0, point) + (scale > 0 ? '.' + digits.slice(point) : '')
}

export const date = days => `"${new Date(days * 86_400_000).toISOString().slice(0, 10)}"`

export const instant = millis => `"${new Date(Number(millis)).toISOString()}"`

/** Microseconds; six digits only where three do not say it all. */
export function instantMicros(micros) {
  const rest = ((micros % 1000n) + 1000n) % 1000n
  const iso = new Date(Number((micros - rest) / 1000n)).toISOString()
  return rest === 0n ? `"${iso}"` : `"${iso.slice(0, -1)}${rest.toString().padStart(3, '0')}Z"`
}
