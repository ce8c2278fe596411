// SPDX-License-Identifier: Apache-2.0
// Money as whole cents; texts in, texts out, never through a fraction.

/** Cents of "1,234.50", "12" or "$3"; undefined when it is no amount or finer than a cent. */
export function readCents(text: string | number | null | undefined): number | undefined {
  const parts = /^(-?)(\d*)(?:\.(\d{0,2}))?$/.exec(String(text ?? '').replace(/[$,\s]/g, ''));
  if (!parts || (!parts[2] && !parts[3])) return undefined;
  const cents = Number(parts[2] || 0) * 100 + Number((parts[3] ?? '').padEnd(2, '0') || 0);
  return parts[1] ? -cents : cents;
}

/** 123450 as "1,234.50". */
export function showCents(cents: number): string {
  const whole = Math.floor(Math.abs(cents) / 100);
  const rest = String(Math.abs(cents) % 100).padStart(2, '0');
  return `${cents < 0 ? '-' : ''}${String(whole).replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`;
}

/** Cents as a claim carries them: "1234.50". */
export function plainCents(cents: number): string {
  return showCents(cents).replaceAll(',', '');
}
