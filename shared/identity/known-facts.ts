/** What is known of a person, from one record or one page. Absent, empty and blank mean: not known. */
export type PersonFacts = {
  /** Full names, in any order and script; where given name and surname are known apart, these too. */
  names?: readonly string[];
  given?: string;
  surname?: string;
  emails?: readonly string[];
  /** E.164 where known, else as written. */
  phones?: readonly string[];
  /** Domains of employers. */
  domains?: readonly string[];
  city?: string;
  /** ISO 8601 day of birth. */
  dob?: string;
  address?: string;
  zip?: string;
};

/** What is known of an organisation. */
export type AccountFacts = {
  names?: readonly string[];
  emails?: readonly string[];
  phones?: readonly string[];
  domains?: readonly string[];
  city?: string;
  address?: string;
  zip?: string;
};
