import type { ProbeSeries } from './probe-curves.ts';

interface CsvHead {
  readonly title: string;
  readonly chemical: string;
  readonly model: string;
  readonly averagingTimeS: number;
  /** Name of a probe's place. */
  readonly nameOf: (series: ProbeSeries) => string;
}

/** A cell of a table: quoted where it holds what would break one (RFC 4180). */
const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Five significant digits, without exponent where a spreadsheet would stumble. */
const number = (value: number): string => String(Number(value.toPrecision(5)));

/**
 * The curves as comma-separated values: what they are, then one row a time. Concentrations in ppm and mg/m³, doses as
 * shares of the AEGLs.
 */
export function csvOf(
  series: readonly ProbeSeries[],
  { title, chemical, model, averagingTimeS, nameOf }: CsvHead,
): string {
  const columns = series.flatMap((each) => {
    const { probe, ppm, mgPerM3, indoorPpm, dose } = each;
    const name = `${probe.letter} ${nameOf(each)}, ${String(probe.heightM)} m`;
    return [
      { head: `${name}: ppm`, values: ppm },
      { head: `${name}: mg/m3`, values: mgPerM3 },
      ...(indoorPpm === undefined ? [] : [{ head: `${name}: indoors ppm`, values: indoorPpm }]),
      ...(dose.aegl2 === undefined ? [] : [{ head: `${name}: AEGL-2 dose share`, values: dose.aegl2 }]),
      ...(dose.aegl3 === undefined ? [] : [{ head: `${name}: AEGL-3 dose share`, values: dose.aegl3 }]),
    ];
  });
  const times = Array.from(series[0]?.timesS ?? []);
  const rows = [
    [title],
    [`${chemical}; ${model}; ${String(averagingTimeS)} s mean`],
    ['time s', ...columns.map(({ head }) => head)],
    ...times.map((timeS, k) => [number(timeS), ...columns.map(({ values }) => number(values[k] ?? 0))]),
  ];
  return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Hands a text to the reader as a file; the mark at its start tells spreadsheets that it is UTF-8. */
export function saveText(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
