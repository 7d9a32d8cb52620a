import * as v from 'valibot';

/** What a mail's headers say, as the labelled set has it. */
export type ExpectedMail = {
  facts: { field: string; name: string; email: string }[];
  subject: string | null;
  /** ISO 8601, UTC. */
  date: string | null;
  messageId: string | null;
};

const people = v.array(v.object({ name: v.nullable(v.string()), address: v.nullable(v.string()) }));
const dateTime = v.object({
  year: v.number(),
  month: v.number(),
  day: v.number(),
  hour: v.number(),
  minute: v.number(),
  second: v.number(),
  tz_before_gmt: v.boolean(),
  tz_hour: v.number(),
  tz_minute: v.number(),
});
const address = v.union([
  v.object({ List: people }),
  v.object({ Group: v.array(v.object({ addresses: people })) }),
]);
const header = v.object({ name: v.unknown(), value: v.unknown() });
const row = v.object({ headers: v.array(header) });

/** Reads a row's `headers`, which are the parse of a reference implementation. Throws where a row has none. */
export function expectedMail(given: unknown): ExpectedMail {
  const { headers } = v.parse(row, given);
  const values = (name: string) => headers.filter((one) => one.name === name).map(({ value }) => value);
  const text = (name: string): string | null => {
    const parsed = v.safeParse(v.object({ Text: v.string() }), values(name)[0]);
    return parsed.success ? parsed.output.Text : null;
  };
  const dated = v.safeParse(v.object({ DateTime: dateTime }), values('date')[0]);
  return {
    facts: ['from', 'to', 'cc'].flatMap((field) =>
      values(field)
        .flatMap(mailboxesOf)
        .map((one) => ({ field, ...one })),
    ),
    subject: text('subject'),
    date: dated.success ? isoOf(dated.output.DateTime) : null,
    messageId: text('message_id'),
  };
}

function mailboxesOf(value: unknown): { name: string; email: string }[] {
  const parsed = v.safeParse(v.object({ Address: address }), value);
  if (!parsed.success) return [];
  const { Address: list } = parsed.output;
  const flat = 'List' in list ? list.List : list.Group.flatMap(({ addresses }) => addresses);
  // what has no domain is no address, and no reader may make a contact of it
  return flat.flatMap(({ name, address: email }) =>
    email?.includes('@') ? [{ name: name ?? '', email }] : [],
  );
}

function isoOf(at: v.InferOutput<typeof dateTime>): string {
  const wall = Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second);
  const offset = (at.tz_hour * 60 + at.tz_minute) * 60_000;
  return new Date(at.tz_before_gmt ? wall + offset : wall - offset).toISOString();
}
