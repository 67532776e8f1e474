/** Hidden values of a form. Omits empty ones, to keep URLs short. */
export const HiddenFields = ({
  values,
}: {
  readonly values: Readonly<Record<string, string | undefined>>;
}) => (
  <>
    {Object.entries(values).map(([name, value]) =>
      value === undefined || value === '' ? null : (
        <input key={name} type="hidden" name={name} value={value} />
      ),
    )}
  </>
);
