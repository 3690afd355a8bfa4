const units = [
  { name: 'd', lengthS: 86_400 },
  { name: 'h', lengthS: 3600 },
  { name: 'min', lengthS: 60 },
] as const;

/** How long ago something was, in whole units that have passed: "12 s ago", "4 min ago", "3 d ago"; at least 1 s. */
export function ageText(ageMs: number): string {
  const ageS = Math.max(1, Math.floor(ageMs / 1000));
  const unit = units.find(({ lengthS }) => ageS >= lengthS);
  return unit === undefined ? `${ageS} s ago` : `${Math.floor(ageS / unit.lengthS)} ${unit.name} ago`;
}
