/** Hidden values of a form, several fields for a list. Omits empty ones, to keep URLs short. */
export const HiddenFields = ({
  values,
}: {
  readonly values: Readonly<Record<string, string | readonly string[] | undefined>>;
}) => (
  <>
    {Object.entries(values).flatMap(([name, value = '']) =>
      [value]
        .flat()
        .filter((one) => one !== '')
        .map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
    )}
  </>
);
