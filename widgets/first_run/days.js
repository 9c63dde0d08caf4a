// Small sums of the first set-up: tables, and what day of the week a date is.

const SEATS = 5;
const MOST = 50;

// Tables of five for so many people; 0 for what is no number of people.
export function tables(people) {
  return people > 0 && people <= MOST ? Math.ceil(people / SEATS) : 0;
}

// "tirsdag den 24. november 2026"; empty for what is no date (yet).
export function weekday(text, locale) {
  const when = new Date(`${text}T12:00`);
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(when.getTime())) return "";
  return when.toLocaleDateString(locale === "en" ? "en-GB" : "da-DK", { weekday: "long", day: "numeric", month: "long", year: "numeric" }).replace(",", "");
}
